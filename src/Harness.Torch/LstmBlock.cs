using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The cell of <see cref="Lstm"/>; its state is h and then c.</summary>
internal sealed class LstmBlock(RecurrentWeights weights, string prefix) : GatedBlock(weights, prefix)
{
    public override int StateWidth => 2 * Hidden;

    public override Tensor Step(Tensor drive, Tensor state)
    {
        int d = Hidden;
        Tensor all = drive.add(Recall(state.narrow(1, 0, d)), NetworkWeights.One);           // [n, 4·d]
        Tensor let = all.narrow(1, 0, 2 * d).sigmoid();                       // [n, 2·d] input and forget gates
        Tensor cell = let.narrow(1, d, d).mul(state.narrow(1, d, d)).add(let.narrow(1, 0, d).mul(all.narrow(1, 2 * d, d).tanh()), NetworkWeights.One); // [n, d]
        Tensor hidden = all.narrow(1, 3 * d, d).sigmoid().mul(cell.tanh());   // [n, d]
        return cat([hidden, cell], 1);                                        // [n, 2·d]
    }

    public override Tensor Leave(Tensor stream, Tensor state, Action<string, Tensor> capture)
    {
        capture("hook_cell", state.narrow(1, Hidden, Hidden));
        return base.Leave(stream, state, capture);
    }
}
