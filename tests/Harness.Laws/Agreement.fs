namespace Harness.Laws

open Harness.Beliefs
open Harness.Processes
open Xunit

/// Assertions that say what differed and by how much.
module internal Agreement =

    // Messages are made only for what fails: most comparisons hold.
    let within tolerance what (expected: float) (actual: float) =
        if not (abs (expected - actual) <= tolerance) then
            Assert.Fail $"{what}: expected {expected:R}, found {actual:R}"

    let atMost tolerance what (bound: float) (actual: float) =
        if not (actual <= bound + tolerance) then
            Assert.Fail $"{what}: {actual:R} exceeds {bound:R}"

    let vectors tolerance what (expected: float[]) (actual: float[]) =
        Assert.Equal(expected.Length, actual.Length)

        for i in 0 .. expected.Length - 1 do
            if not (abs (expected[i] - actual[i]) <= tolerance) then
                within tolerance $"{what}[{i}]" expected[i] actual[i]

    let nodes (tree: BeliefTree) = seq { 0 .. tree.Count - 1 }

    let belief (tree: BeliefTree) node = tree.Belief(node).ToArray()

    let nextToken (model: GenerativeProcess) (belief: float[]) =
        let law: float[] = Array.zeroCreate model.SymbolCount
        model.NextToken(System.ReadOnlySpan belief, System.Span law)
        law

    /// T⁽ᶻ⁾ as rows, copied out of the model.
    let matrix (model: HiddenMarkovModel) symbol =
        model.TransitionMatrix(symbol).ToArray() |> Array.chunkBySize model.StateCount

    let rowTimes (row: float[]) (matrix: float[][]) =
        Array.init row.Length (fun j -> Seq.init row.Length (fun i -> row[i] * matrix[i].[j]) |> Seq.sum)

    /// The word that the choices of a walk lead to.
    let wordOf (model: HiddenMarkovModel) choices =
        let step (word, belief: float[]) choice =
            let possible = nextToken model belief |> Array.indexed |> Array.filter (fun (_, p) -> p > 0.0) |> Array.map fst
            let symbol = possible[choice % possible.Length]
            let joint = rowTimes belief (matrix model symbol)
            symbol :: word, joint |> Array.map (fun mass -> mass / Array.sum joint)

        List.fold step ([], Array.ofSeq model.Start) choices |> fst |> List.rev
