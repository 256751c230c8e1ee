namespace Harness.Scripting

open System

/// Experiments on a grid.
[<AutoOpen>]
module Sweeps =

    // Ids name run folders: letters, digits and hyphens are always possible.
    let private slug (label: string) =
        String.Join("-", label.Split([| '('; ')'; '='; ','; ' '; '|'; '['; ']' |], StringSplitOptions.RemoveEmptyEntries))

    let private replace name part own (experiment: Experiment) =
        Experiment(Draft.set name experiment.Draft.Line part experiment.Draft, own |> Option.defaultValue experiment.Own)

    let private rename suffix (experiment: Experiment) =
        let id = $"{experiment.Id}-{suffix}"

        let renamed part =
            match part with
            | Record properties ->
                Record
                    [ for property in properties ->
                          match property with
                          | { Name = "id"; Value = Text claim } when claim.StartsWith(experiment.Id + "/", StringComparison.Ordinal) ->
                              { property with Value = Text(id + claim.Substring experiment.Id.Length) }
                          | _ -> property ]
            | part -> part

        let properties =
            [ for property in experiment.Draft.Properties ->
                  match property.Name, property.Value with
                  | "id", _ -> { property with Value = Text id }
                  | "title", Text title -> { property with Value = Text $"{title}: {suffix}" }
                  | "claims", Items claims -> { property with Value = Items(List.map renamed claims) }
                  | _ -> property ]

        Experiment({ experiment.Draft with Properties = properties }, experiment.Own)

    /// <summary>The same question over several processes.</summary>
    /// <example><code>
    /// overProcesses [ named "even" []; named "mess3" [ "x", 0.05 ] ] // → axis of even, mess3-x-0.05
    /// </code></example>
    let overProcesses (processes: Process list) : Axis =
        Axis [ for process' in processes -> slug process'.Label, replace "process" process'.Reference (Some process'.Own) ]

    /// <summary>The same question for several architectures, each with a name.</summary>
    /// <example><code>
    /// overNetworks [ "lstm", Network.lstm 1 16; "gru", Network.gru 1 16 ] // → axis of lstm, gru
    /// </code></example>
    let overNetworks (networks: (string * Part) list) : Axis =
        Axis [ for name, network in networks -> name, replace "architecture" network None ]

    /// <summary>The same question with several sets of seeds.</summary>
    /// <example><code>
    /// overSeeds [ "first", [ 1 .. 5 ]; "second", [ 6 .. 10 ] ] // → axis of first, second
    /// </code></example>
    let overSeeds (sets: (string * int list) list) : Axis =
        Axis [ for name, seeds in sets -> name, replace "seeds" (Part.ofValue seeds) None ]

    /// <summary>An experiment for every combination of the axes, the first axis slowest. Ids get the names of the choices behind them, and
    /// so do the ids of claims.</summary>
    /// <example><code>
    /// sweep [ overProcesses [ named "even" [] ]; overSeeds [ "a", [ 1 .. 3 ]; "b", [ 4 .. 6 ] ] ] quick |> List.map _.Id // → [quick-even-a; quick-even-b]
    /// </code></example>
    let sweep (axes: Axis list) (experiment: Experiment) : Experiment list =
        (axes, [ [], id ])
        ||> List.foldBack (fun axis rest -> [ for name, change in axis.Choices do for names, others in rest -> name :: names, change >> others ])
        |> List.map (fun (names, change) -> experiment |> change |> rename (String.concat "-" names))
