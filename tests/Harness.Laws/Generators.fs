namespace Harness.Laws

open FsCheck.FSharp

/// Random processes of every kind that has broken a filter somewhere: 1–5 states, 1–4 symbols, all irreducible.
module Generators =

    let private sizes = Gen.zip (Gen.choose (1, 5)) (Gen.choose (1, 4))
    let private between low high = Gen.choose (low, high) |> Gen.map int64

    /// Independent weights, plus a cycle through all states on random symbols that makes every process irreducible.
    let private withCycle kind weight cycle =
        gen {
            let! states, symbols = sizes
            let! rows = Gen.arrayOfLength states (Gen.arrayOfLength (states * symbols) weight)
            let! on = Gen.arrayOfLength states (Gen.choose (0, symbols - 1))

            for i in 0 .. states - 1 do
                let edge = on[i] * states + (i + 1) % states
                rows[i].[edge] <- max cycle rows[i].[edge]

            return
                { Kind = kind
                  Symbols = symbols
                  Weights = rows }
        }

    let dense = withCycle "dense" (between 1 9) 1L

    let sparse = withCycle "sparse" (Gen.frequency [ 7, Gen.constant 0L; 3, between 1 9 ]) 1L

    /// One edge of each row takes nearly all the probability.
    let nearDeterministic =
        withCycle "near-deterministic" (Gen.frequency [ 6, Gen.constant 0L; 2, Gen.constant 1L; 2, between 100_000 1_000_000 ]) 1L

    /// At most one target for each state and symbol.
    let unifilar =
        gen {
            let! states, symbols = sizes
            let! targets = Gen.arrayOfLength (states * symbols) (Gen.choose (0, states - 1))
            let! weights = Gen.arrayOfLength (states * symbols) (Gen.frequency [ 1, Gen.constant 0L; 2, between 1 5 ])
            let! on = Gen.arrayOfLength states (Gen.choose (0, symbols - 1))

            let weight z i j =
                let slot = i * symbols + z
                let cycle = on[i] = z
                let target = if cycle then (i + 1) % states else targets[slot]
                if target <> j then 0L
                elif cycle then max 1L weights[slot]
                else weights[slot]

            return
                { Kind = "unifilar"
                  Symbols = symbols
                  Weights = Array.init states (fun i -> Array.init (symbols * states) (fun edge -> weight (edge / states) i (edge % states))) }
        }

    /// One more symbol, which is never emitted.
    let silentSymbol basis =
        basis
        |> Gen.filter (fun (p: RandomProcess) -> p.Symbols < 4)
        |> Gen.map (fun (p: RandomProcess) ->
            { RandomProcess.rebuild p.States (p.Symbols + 1) (fun z i j -> if z < p.Symbols then RandomProcess.weight p z i j else 0L) p with
                Kind = $"{p.Kind} with a silent symbol" })

    let duplicateState basis =
        gen {
            let! p = Gen.filter (fun (p: RandomProcess) -> p.States < 5) basis
            let! twin = Gen.choose (0, p.States - 1)
            return RandomProcess.duplicate twin p
        }

    let any =
        Gen.oneof [ dense; sparse; nearDeterministic; unifilar; silentSymbol sparse; duplicateState (Gen.oneof [ sparse; unifilar ]) ]
