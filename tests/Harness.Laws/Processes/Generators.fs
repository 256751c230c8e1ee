namespace Harness.Laws

open FsCheck.FSharp

/// Random processes of every kind that has broken a filter somewhere: 1–5 states, 1–4 symbols, all irreducible.
module Generators =

    let private sizes = Gen.zip (Gen.choose (1, 5)) (Gen.choose (1, 4))
    let private few = Gen.zip (Gen.choose (1, 3)) (Gen.choose (1, 3))
    let private between low high = Gen.choose (low, high) |> Gen.map int64

    /// Independent weights, plus a cycle through all states on random symbols that makes every process irreducible.
    let private withCycleOf sizes kind weight cycle =
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

    let private withCycle = withCycleOf sizes

    let dense = withCycle "dense" (between 1 9) 1L

    let sparse = withCycle "sparse" (Gen.frequency [ 7, Gen.constant 0L; 3, between 1 9 ]) 1L

    /// Probabilities down to 10⁻⁹ beside some that are 1 but for as much.
    let nearDeterministic =
        let large = Gen.elements [ 1_000_000L; 30_000_000L; 1_000_000_000L ]
        withCycle "near-deterministic" (Gen.frequency [ 6, Gen.constant 0L; 2, Gen.constant 1L; 2, large ]) 1L

    /// The states fall into phases, each of which leads only to the next.
    let periodic =
        gen {
            let! states, phases = Gen.elements [ 2, 2; 3, 3; 4, 2; 4, 4 ]
            let! p = withCycleOf (Gen.zip (Gen.constant states) (Gen.choose (1, 3))) "periodic" (between 0 5) 1L
            return RandomProcess.rebuild states p.Symbols (fun z i j -> if j % phases = (i + 1) % phases then RandomProcess.weight p z i j else 0L) p
        }

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
        Gen.oneof
            [ dense; sparse; nearDeterministic; periodic; unifilar; silentSymbol sparse; duplicateState (Gen.oneof [ sparse; unifilar ]) ]

    /// Several classes that are never left, of one state or more, and perhaps states that are left for ever; any start.
    let reducible =
        gen {
            let! _, symbols = few
            let! classes = Gen.choose (1, 2) |> Gen.bind (fun n -> Gen.listOfLength n (withCycleOf (Gen.zip (Gen.choose (1, 2)) (Gen.constant symbols)) "" (between 0 4) 1L))
            let! transient = Gen.choose ((if classes.Length = 1 then 1 else 0), 2)
            let starts = classes |> List.scan (fun first (part: RandomProcess) -> first + part.States) transient
            let states = List.last starts
            let! rows = Gen.arrayOfLength transient (Gen.arrayOfLength (symbols * states) (Gen.frequency [ 2, Gen.constant 0L; 1, between 1 4 ]))
            let parts = List.zip (List.take classes.Length starts) classes

            let weight z i j =
                if i < transient then
                    max rows[i].[z * states + j] (if z = 0 && j = i + 1 then 1L else 0L)
                else
                    let first, part = parts |> List.findBack (fun (first, _) -> first <= i)
                    if j < first || j >= first + part.States then 0L else RandomProcess.weight part z (i - first) (j - first)

            let empty = { Kind = "reducible"; Symbols = symbols; Weights = [||] }
            let! start = Gen.arrayOfLength states (Gen.frequency [ 1, Gen.constant 0L; 2, between 1 4 ])

            return
                { Process = RandomProcess.rebuild states symbols weight empty
                  Weights = if Array.sum start = 0L then Array.create states 1L else start }
        }

    /// Any process from any start, mostly not the stationary one.
    let started =
        let elsewhere =
            gen {
                let! p = any
                let! weights = Gen.arrayOfLength p.States (Gen.frequency [ 2, Gen.constant 0L; 1, Gen.constant 1L; 1, between 1 1000 ])
                return { Process = p; Weights = if Array.sum weights = 0L then Array.create p.States 1L else weights }
            }

        Gen.oneof [ elsewhere; reducible ]

    let instrument =
        gen {
            let! operators = Gen.choose (2, 4)
            let! skew = Gen.arrayOfLength (operators * (2 * operators - 1)) (Gen.frequency [ 2, Gen.constant 0; 3, Gen.choose (-3, 3) ])
            let! extra = Gen.arrayOfLength (operators - 2) (Gen.choose (0, operators - 1))
            return { Skew = skew; SymbolOf = RandomInstrument.renumber (Array.append [| 0; 1 |] extra) }
        }

    let private operation = Gen.zip3 (Gen.choose (0, 4)) (Gen.choose (0, 4)) (Gen.elements [ -2; -1; 1; 2 ])

    /// A generalised model on this basis. One in very few has no gauge: then its basis is not changed.
    let private inOtherCoordinates basis =
        gen {
            let! basis = basis
            let! operations = Gen.choose (0, 4) |> Gen.bind (fun n -> Gen.listOfLength n operation)
            return RandomGhmm.tryMake basis operations |> Option.orElseWith (fun () -> RandomGhmm.tryMake basis [])
        }

    let private firstValid candidates =
        let rec attempt left =
            candidates
            |> Gen.bind (function
                | Some valid -> Gen.constant valid
                | None when left > 0 -> attempt (left - 1)
                | None -> failwith "No valid model was generated.")

        attempt 100

    /// A hidden Markov model in other coordinates: negative entries, the same words.
    let disguised =
        Gen.oneof [ dense; sparse; periodic; unifilar; silentSymbol sparse; duplicateState unifilar ] |> Gen.map Classical |> inOtherCoordinates |> firstValid

    let quantum = instrument |> Gen.map Quantum |> inOtherCoordinates |> firstValid

    let ghmm = Gen.oneof [ disguised; quantum ]
