namespace Harness.Scripting

open System
open System.Globalization

/// What was read of a network, beside what the same reading gives where there is nothing to find.
[<Sealed; StructuredFormatDisplay("{Table}")>]
type Probe internal (label: string, value: Harness.Claims.ReplicateValue) =

    /// <summary>None where it is undefined.</summary>
    /// <example><code>
    /// (probe "ln_final" (train 1 quick)).Value |> Option.map (fun r -> r > 0.99) // → Some(True)
    /// </code></example>
    member _.Value = Option.ofNullable value.Value.Value

    /// <summary>By name: untrained, permuted, next-token, table-3 and so on.</summary>
    /// <example><code>
    /// (probe "ln_final" (train 1 quick)).Nulls |> List.exists (fun (name, _) -> name = "untrained") // → True
    /// </code></example>
    member _.Nulls = [ for KeyValue(name, measured) in value.Rivals -> name, Option.ofNullable measured.Value ]

    member internal probe.Table =
        let shown (number: float option) = number |> Option.map _.ToString("F4", CultureInfo.InvariantCulture) |> Option.defaultValue "–"
        let rows = [ for name, null' in probe.Nulls -> $"  {name, -16}{shown null'}" ]
        String.Join("\n", $"{label}: {shown probe.Value}" :: rows) + "\n"

    override probe.ToString() = probe.Table
