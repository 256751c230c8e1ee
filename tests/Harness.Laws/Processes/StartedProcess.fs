namespace Harness.Laws

/// A process, reducible or not, and weights on its states from which it starts.
[<StructuredFormatDisplay("{Text}")>]
type StartedProcess =
    { Process: RandomProcess
      Weights: int64[] }

    member p.Text =
        let weights = p.Weights |> Seq.map string |> String.concat ", "
        $"{p.Process.Text}\n  started with weights {weights}"

    override p.ToString() = p.Text

module StartedProcess =

    let toExact p = RandomProcess.startedFrom p.Weights p.Process

    let internal toModel p = Model.hmm (toExact p)

    let shrink (p: StartedProcess) =
        seq {
            for k in 0 .. p.Process.States - 1 do
                yield
                    { Process = RandomProcess.withoutState k p.Process
                      Weights = Array.removeAt k p.Weights }

            for simpler in RandomProcess.simplify p.Process do
                yield { p with Process = simpler }

            for k in 0 .. p.Weights.Length - 1 do
                for smaller in [ 0L; 1L ] do
                    if smaller < p.Weights[k] then
                        yield { p with Weights = Array.updateAt k smaller p.Weights }
        }
        |> Seq.filter (fun q -> RandomProcess.isStochastic q.Process && Array.sum q.Weights > 0L)
