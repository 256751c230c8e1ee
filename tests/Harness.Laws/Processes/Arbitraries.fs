namespace Harness.Laws

open FsCheck.FSharp
open Harness.Beliefs

/// State and token determine the next state.
type UnifilarProcess = UnifilarProcess of RandomProcess

/// The distinct beliefs are finitely many.
type FiniteProcess = FiniteProcess of RandomProcess

/// A hidden Markov model and the same process as a generalised one in other coordinates.
type DisguisedProcess = DisguisedProcess of RandomProcess * RandomGhmm

/// A process and choices that lead through it: choice c picks, of the tokens that are possible then, number c modulo their count.
type Walk =
    { Process: RandomProcess
      Choices: int list }

/// How FsCheck makes and shrinks the arguments of the laws.
type Arbitraries =

    static member RandomProcess() = Arb.fromGenShrink (Generators.any, RandomProcess.shrink)

    static member StartedProcess() = Arb.fromGenShrink (Generators.started, StartedProcess.shrink)

    static member RandomGhmm() = Arb.fromGenShrink (Generators.ghmm, RandomGhmm.shrink)

    static member DisguisedProcess() =
        let shrink (DisguisedProcess(p, ghmm)) =
            RandomGhmm.shrink ghmm |> Seq.choose (fun q -> match q.Basis with | Classical basis -> Some(DisguisedProcess(basis, q)) | Quantum _ -> None)

        let generate = Generators.disguised |> Gen.map (fun q -> match q.Basis with | Classical p -> DisguisedProcess(p, q) | Quantum _ -> failwith "not classical")
        Arb.fromGenShrink (generate, shrink)

    static member UnifilarProcess() =
        let shrink (UnifilarProcess p) = RandomProcess.shrink p |> Seq.filter RandomProcess.isUnifilar |> Seq.map UnifilarProcess
        Arb.fromGenShrink (Gen.map UnifilarProcess Generators.unifilar, shrink)

    static member FiniteProcess() =
        let isFinite p = MixedStatePresentation.Of(RandomProcess.toModel p, 100).Closed
        let shrink (FiniteProcess p) = RandomProcess.shrink p |> Seq.filter isFinite |> Seq.map FiniteProcess
        let basis = Gen.oneof [ Generators.unifilar; Generators.duplicateState Generators.unifilar; Generators.sparse ]

        // Not Gen.filter, which would never end if a fault made every process look infinite.
        let firstFinite candidates = candidates |> List.tryFind isFinite |> Option.defaultValue (List.last candidates)
        Arb.fromGenShrink (Gen.listOfLength 30 basis |> Gen.map (firstFinite >> FiniteProcess), shrink)

    static member Walk() =
        let generate =
            Gen.map2 (fun p choices -> { Process = p; Choices = choices }) Generators.any (Gen.choose (0, 8) |> Gen.bind (fun n -> Gen.listOfLength n (Gen.choose (0, 11))))

        let shrink walk =
            Seq.append
                (seq { 0 .. walk.Choices.Length - 1 } |> Seq.map (fun i -> { walk with Choices = List.removeAt i walk.Choices }))
                (RandomProcess.shrink walk.Process |> Seq.map (fun p -> { walk with Process = p }))

        Arb.fromGenShrink (generate, shrink)
