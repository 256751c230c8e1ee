namespace Harness.Laws

open FsCheck.FSharp

/// Random compositions of small processes, up to three deep, small enough to be written out.
module internal CompositionGenerators =

    let private mostSymbols = 36
    let private mostStates = 60

    let private small (p: RandomProcess) = p.States <= 3 && p.Symbols <= 3

    let private leaf = Gen.oneof [ Generators.dense; Generators.sparse; Generators.unifilar ] |> Gen.filter small

    let private operation = Gen.zip3 (Gen.choose (0, 2)) (Gen.choose (0, 2)) (Gen.elements [ -2; -1; 1; 2 ])

    let private simple =
        Gen.oneof
            [ Gen.map Plain leaf
              Gen.map2 (fun p operations -> Sheared(p, operations)) leaf (Gen.choose (1, 3) |> Gen.bind (fun n -> Gen.listOfLength n operation)) ]

    let private component' inner = Gen.zip3 inner (Gen.choose (1, 4)) (Gen.choose (0, 2))

    let private isSmall composition =
        let symbols, states = Composed.size composition
        symbols <= mostSymbols && states <= mostStates

    let rec private composed depth =
        if depth = 0 then
            simple
        else
            let inner = Gen.frequency [ 1, simple; 2, composed (depth - 1) ]

            let reversible = Gen.map (fun part -> if Composed.startsStationary part then Reverse part else part) inner

            let kinds =
                Gen.oneof
                    [ Gen.map2 (fun a b -> Product [ a; b ]) inner inner
                      Gen.map3 (fun first p even -> Chain(first, p, even)) inner (Gen.filter small Generators.dense) (Gen.elements [ true; false ])
                      Gen.map2 (fun a b -> Mixture [ a; b ]) (component' inner) (component' inner)
                      Gen.map2 (fun part tenths -> Noise(part, tenths)) inner (Gen.choose (0, 10))
                      Gen.map2 (fun part modulus -> Merge(part, modulus)) inner (Gen.choose (1, 3))
                      // Without matrices of their own: what a channel does to factors.
                      Gen.map3 (fun a b tenths -> Noise(Product [ a; b ], tenths)) simple inner (Gen.choose (0, 10))
                      Gen.map3 (fun a b modulus -> Merge(Product [ a; b ], modulus)) simple inner (Gen.choose (1, 4))
                      Gen.map Bos inner
                      reversible ]

            // What came out too large is replaced by something simple.
            Gen.map2 (fun candidate fallback -> if isSmall candidate then candidate else fallback) kinds simple

    let any = Gen.choose (0, 3) |> Gen.bind composed

    let rec shrink composition =
        let parts list = list |> List.mapi (fun k part -> shrink part |> Seq.map (fun smaller -> List.updateAt k smaller list)) |> Seq.concat

        let smaller =
            match composition with
            | Plain p -> RandomProcess.shrink p |> Seq.map Plain
            | Sheared(p, operations) ->
                Seq.append
                    (seq { 0 .. operations.Length - 1 } |> Seq.map (fun k -> Sheared(p, List.removeAt k operations)))
                    (RandomProcess.shrink p |> Seq.map (fun q -> Sheared(q, operations)))
            | Product factors -> Seq.append factors (parts factors |> Seq.map Product)
            | Chain(first, p, even) -> Seq.append [ first; Plain p ] (shrink first |> Seq.map (fun f -> Chain(f, p, even)))
            | Mixture components ->
                let processes = components |> List.map (fun (part, _, _) -> part)
                Seq.append processes (parts processes |> Seq.map (fun list -> Mixture(List.map2 (fun part (_, weight, shift) -> part, weight, shift) list components)))
            | Noise(inner, tenths) -> Seq.append [ inner ] (shrink inner |> Seq.map (fun part -> Noise(part, tenths)))
            | Merge(inner, modulus) -> Seq.append [ inner ] (shrink inner |> Seq.map (fun part -> Merge(part, modulus)))
            | Bos inner -> Seq.append [ inner ] (shrink inner |> Seq.map Bos)
            | Reverse inner -> Seq.append [ inner ] (shrink inner |> Seq.filter Composed.startsStationary |> Seq.map Reverse)

        smaller |> Seq.filter isSmall

/// How FsCheck makes and shrinks compositions.
type CompositionArbitraries =

    static member RandomComposition() = Arb.fromGenShrink (CompositionGenerators.any, CompositionGenerators.shrink)
