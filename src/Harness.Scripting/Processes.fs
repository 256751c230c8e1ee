namespace Harness.Scripting

/// Processes of the library, and what can be composed of processes.
[<AutoOpen>]
module Processes =

    let private compose kind properties (parts: Process list) =
        Process(Part.kind kind properties, parts |> List.collect _.Own |> List.distinct, None)

    /// <summary>A process of the library by its id, with the parameters that differ from their defaults.</summary>
    /// <example><code>
    /// named "mess3" [ "x", 0.05; "a", 0.85 ] // → mess3(x=0.05, a=0.85)
    /// </code></example>
    let named (id: string) (parameters: (string * float) list) : Process =
        let reference =
            match parameters with
            | [] -> Text id
            | _ -> Record [ "process" => id; "with" => Record [ for name, value in parameters -> name => value ] ]

        Process(reference, [], None)

    /// <summary>A process that was made here, with other parameters than its defaults.</summary>
    /// <example><code>
    /// let coin =
    ///     model "loaded" {
    ///         symbols [ "0"; "1" ]
    ///         states [ "A" ]
    ///         parameter "p" 0.5 0.0 1.0
    ///         matrix "0" [ [ "1-p" ] ]
    ///         matrix "1" [ [ "p" ] ]
    ///     }
    /// coin |> at [ "p", 0.9 ] // → loaded(p=0.9)
    /// </code></example>
    let at (parameters: (string * float) list) (family: Process) : Process =
        match family.Reference with
        | Text id -> Process((named id parameters).Reference, family.Own, None)
        | Record [ { Name = "process"; Value = Text id }; _ ] -> Process((named id parameters).Reference, family.Own, None)
        | _ -> invalidArg (nameof family) "A composition has no parameters of its own: give them to its parts."

    /// <summary>Every member of a family on a grid: all combinations of the values, the first parameter slowest.</summary>
    /// <example><code>
    /// grid (named "mess3" []) [ "x", [ 0.05 ]; "a", [ 0.6; 0.85 ] ] |> List.map string // → [mess3(x=0.05, a=0.6); mess3(x=0.05, a=0.85)]
    /// </code></example>
    let grid (family: Process) (axes: (string * float list) list) : Process list =
        List.foldBack (fun (name, values) rest -> [ for value in values do for others in rest -> (name, value) :: others ]) axes [ [] ]
        |> List.map (fun parameters -> at parameters family)

    /// <summary>Independent processes that emit together, the first one most significant in the joint token.</summary>
    /// <example><code>
    /// (product [ named "coin" []; named "even" [] ]).Symbols.Length // → 4
    /// </code></example>
    let product (factors: Process list) : Process =
        compose "product" [ "factors" => [ for factor in factors -> factor.Reference ] ] factors

    /// <summary>One of several processes, chosen once and for ever with these probabilities.</summary>
    /// <example><code>
    /// (mixture [ 0.5, named "coin" [ "p", 0.1 ]; 0.5, named "coin" [ "p", 0.9 ] ]).States.Length // → 2
    /// </code></example>
    let mixture (components: (float * Process) list) : Process =
        compose "mixture" [ "components" => [ for weight, part in components -> Record [ "process" => part.Reference; "weight" => weight ] ] ] (List.map snd components)

    /// <summary>Tokens are replaced by uniform ones with a probability.</summary>
    /// <example><code>
    /// noise 0.1 (named "even" []) // → noise(even, 0.1)
    /// </code></example>
    let noise (epsilon: float) (process': Process) : Process =
        compose "noise" [ "of" => process'.Reference; "epsilon" => epsilon ] [ process' ]

    /// <summary>The process read backwards.</summary>
    /// <example><code>
    /// reverse (named "even" []) // → reverse(even)
    /// </code></example>
    let reverse (process': Process) : Process = compose "reverse" [ "of" => process'.Reference ] [ process' ]
