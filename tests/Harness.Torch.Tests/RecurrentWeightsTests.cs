using System.Numerics;
using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch.Tests;

/// <summary>Recurrent networks against the library's own modules, and the state-space recurrence against complex numbers.</summary>
public sealed class RecurrentWeightsTests
{
    private const int Length = 5;
    private static readonly BeliefTree s_tree = BeliefTree.Grow(KnownProcesses.Mess3(), Length);

    [Fact]
    public void Rnn_HiddenStates_AreThoseOfTheLibrary() => Agree(new Rnn(2, 8), nn.RNN(8, 8, 2, batchFirst: true));

    [Fact]
    public void Gru_HiddenStates_AreThoseOfTheLibrary() => Agree(new Gru(2, 8), nn.GRU(8, 8, 2, batchFirst: true));

    [Fact]
    public void Lstm_HiddenStates_AreThoseOfTheLibrary() => Agree(new Lstm(2, 8), nn.LSTM(8, 8, 2, batchFirst: true));

    [Fact]
    public void StateSpace_States_FollowTheComplexRecurrence()
    {
        StateSpace architecture = new(1, 6, 3, 8, Normalization: Normalization.None);
        using INetwork network = architecture.Initialise(s_tree, new Seed(4));
        Recorder seen = new(architecture.Hooks, 3);
        network.Evaluate(s_tree, architecture.Hooks, seen, CancellationToken.None);
        ParameterTable table = architecture.Table(s_tree);
        float[] all = network.Parameters();
        double[] P(string name) => [.. table[name].Indices().Select(index => (double)all[index])];
        double[] nu = P("blocks.0.ssm.nu"), theta = P("blocks.0.ssm.theta"), input = P("blocks.0.ssm.B"), output = P("blocks.0.ssm.C"), skip = P("blocks.0.ssm.D");
        int leaf = s_tree.LevelStart[Length] + 17;
        Complex[] state = new Complex[3];
        foreach (int node in Path(leaf))
        {
            float[] x = seen.Rows["hook_embed"][node - 1];
            for (int k = 0; k < 3; k++)
            {
                Complex eigenvalue = Complex.FromPolarCoordinates(Math.Exp(-Math.Exp(nu[k])), theta[k]);
                Complex drive = new(x.Select((value, i) => value * input[(i * 6) + k]).Sum(), x.Select((value, i) => value * input[(i * 6) + 3 + k]).Sum());
                state[k] = (eigenvalue * state[k]) + (Math.Sqrt(1 - Math.Pow(eigenvalue.Magnitude, 2)) * drive);
                Assert.Equal(state[k].Real, seen.Rows["blocks.0.hook_state"][node - 1][k], 1e-5);
                Assert.Equal(state[k].Imaginary, seen.Rows["blocks.0.hook_state"][node - 1][3 + k], 1e-5);
            }
            for (int i = 0; i < 6; i++)
            {
                double mid = x[i] + (skip[i] * x[i]) + Enumerable.Range(0, 3).Sum(k => (state[k].Real * output[(k * 6) + i]) + (state[k].Imaginary * output[((3 + k) * 6) + i]));
                Assert.Equal(mid, seen.Rows["blocks.0.hook_resid_mid"][node - 1][i], 1e-5);
            }
        }
    }

    [Fact]
    public void StateSpace_AtTheStart_HasEigenvaluesInsideTheUnitCircleAtAllAngles()
    {
        ParameterTable table = new StateSpace(1, 4, 400, 4).Table(s_tree);
        float[] values = table.Draw(new Seed(1).Stream("initialisation"));
        double[] squares = [.. table["blocks.0.ssm.nu"].Indices().Select(index => Math.Exp(-2 * Math.Exp(values[index])))];
        double[] angles = [.. table["blocks.0.ssm.theta"].Indices().Select(index => (double)values[index])];
        Assert.All(squares, square => Assert.InRange(square, 0.0099, 0.9901));
        Assert.Equal(0.5, squares.Average(), 0.075);
        Assert.All(angles, angle => Assert.InRange(angle, 0, 2 * Math.PI));
        Assert.Equal(Math.PI, angles.Average(), 0.45);
    }

    private static void Agree(GatedRecurrent architecture, nn.Module library)
    {
        NativeRuntime.Enter();
        using INetwork network = architecture.Initialise(s_tree, new Seed(4));
        Recorder seen = new(architecture.Hooks, 3);
        network.Evaluate(s_tree, architecture.Hooks, seen, CancellationToken.None);
        using DisposeScope scope = NewDisposeScope();
        ParameterTable table = architecture.Table(s_tree);
        float[] all = network.Parameters();
        Tensor P(string name) => tensor(table[name].Indices().Select(index => all[index]).ToArray()).view([.. table[name].Shape.Select(size => (long)size)]);
        using (no_grad())
        {
            foreach ((string name, TorchSharp.Modules.Parameter parameter) in library.named_parameters())
            {
                int cut = name.LastIndexOf("_l", StringComparison.Ordinal);
                parameter.copy_(P($"blocks.{name[(cut + 2)..]}.{name[..cut]}"));
            }
        }
        int leaves = s_tree.Count - s_tree.LevelStart[Length];
        Tensor rows = tensor(Enumerable.Range(s_tree.LevelStart[Length], leaves).SelectMany(s_tree.Word).Select(token => (long)token).ToArray()).view(leaves, Length);
        Tensor x = P("embed.W_E")[rows];                                      // [R, T, d]
        Tensor hidden = library switch
        {
            TorchSharp.Modules.RNN rnn => rnn.call(x, zeros(2, leaves, 8)).Item1,
            TorchSharp.Modules.GRU gru => gru.call(x, zeros(2, leaves, 8)).Item1,
            TorchSharp.Modules.LSTM lstm => lstm.call(x, (zeros(2, leaves, 8), zeros(2, leaves, 8))).Item1,
            _ => throw new ArgumentException("not a recurrent module", nameof(library)),
        };
        Compare(hidden, leaves, seen.Rows["blocks.1.hook_resid_post"]);
        Compare((hidden.matmul(P("unembed.W_U")) + P("unembed.b_U")).log_softmax(-1), leaves, seen.Rows["law"]);
        library.Dispose();
    }

    private static void Compare(Tensor expected, int leaves, List<float[]> rows)
    {
        float[] flat = expected.detach().contiguous().data<float>().ToArray();
        int width = flat.Length / (leaves * Length);
        for (int leaf = 0; leaf < leaves; leaf += 7)
        {
            int at = 0;
            foreach (int node in Path(s_tree.LevelStart[Length] + leaf))
            {
                for (int i = 0; i < width; i++)
                {
                    Assert.Equal(flat[(((leaf * Length) + at) * width) + i], rows[node - 1][i], 1e-5);
                }
                at++;
            }
        }
    }

    // The nodes of a word's prefixes, shortest first.
    private static int[] Path(int node)
    {
        Stack<int> path = [];
        for (; node > 0; node = s_tree.Parents[node])
        {
            path.Push(node);
        }
        return [.. path];
    }
}
