using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>Everything that is known about a process before any network is trained.</summary>
/// <remarks>
/// What belongs to contexts (<see cref="ContextEntropies"/>, optimal losses, the presentation) starts as the process does; all else is of the stationary process, whatever
/// the start. Each quantity is computed when it is first asked for. Formulas, units and references stand with the types that compute them;
/// <see cref="TheoryJson"/> writes it.
/// </remarks>
internal sealed class ProcessTheory
{
    private const double Rounding = 1e-12;
    private const int MostCausalStates = 512;
    private const string SlowSynchronisation = "unknown: the mixed states synchronise too slowly for their long-run law to be computed";
    /// <summary>Why a process without matrices of its own has no eigenvalues and exponents.</summary>
    public const string NotOneModel = "undefined: the process is not given by one set of matrices";

    private readonly int _degree;
    private readonly HiddenMarkovModel? _model;
    private readonly BeliefChain? _chain;
    private readonly MixedStatePresentation _stationary;
    private readonly Lazy<double[]?> _longRun;

    private ProcessTheory(GenerativeProcess process, int depth, int degree)
    {
        _degree = degree;
        Process = process;
        Depth = depth;
        _model = process as HiddenMarkovModel;
        Presentation = MixedStatePresentation.Of(process);
        _stationary = BeliefIndex.Distance([.. process.Start], [.. process.Stationary]) <= MixedStatePresentation.RoundingDistance
            ? Presentation
            : MixedStatePresentation.Of(process.StartingFrom([.. process.Stationary]));
        _chain = _stationary.Suffices ? new BeliefChain(_stationary) : null;
        _longRun = new Lazy<double[]?>(() => _chain?.LongRun());
        Contexts = Presentation.Closed ? ContextEntropies.Of(new BeliefChain(Presentation), depth) : ContextEntropies.Of(process, depth);
    }

    public GenerativeProcess Process { get; }

    /// <summary>The longest context.</summary>
    public int Depth { get; }

    /// <summary>hmm, ghmm, or what a composition of several is called.</summary>
    public string Kind => _model is null ? "composition" : _model.Kind == ProcessKind.Hmm ? "hmm" : "ghmm";

    /// <summary>From the start of the process.</summary>
    public MixedStatePresentation Presentation { get; }

    /// <summary>From the start of the process, for contexts of 0 to <see cref="Depth"/> tokens.</summary>
    public ContextEntropies Contexts { get; }

    /// <summary>Index = context length, 0 to the depth: h_{L+1} from the start of the process.</summary>
    public IReadOnlyList<double> MyopicEntropyNats => Contexts.NextTokenNats;

    /// <summary>H(0) = 0 to H(depth), from the start of the process.</summary>
    public IReadOnlyList<double> BlockEntropyNats => field ??= BlockEntropy.Nats(Contexts.NextTokenNats);

    /// <summary>For contexts 1..k, k = 1 to the depth, from the start of the process.</summary>
    public IReadOnlyList<OptimalLoss> OptimalLossNats => field ??= [.. Enumerable.Range(1, Depth)
        .Select(longest => new OptimalLoss(1, longest, MyopicEntropy.OptimalLossNats(Contexts.NextTokenNats, 1, longest)))];

    /// <summary>What the process falls apart into, each with its own theory; empty where it does not, or is no hidden Markov model.</summary>
    public IReadOnlyList<(ErgodicComponent Component, ProcessTheory Theory)> Components => field ??= _model is { Kind: ProcessKind.Hmm } model
        && ErgodicComponent.Of(model) is { Count: > 1 } components ? [.. components.Select(component => (component, Of(component.Process, 0)))] : [];

    public EntropyRate EntropyRateNats => field ??= Components.Count > 1 && !_stationary.Closed && _model is { IsUnifilar: false }
        ? EntropyRate.Mixture([.. Components.Select(part => (part.Component.Weight, part.Theory.EntropyRateNats))])
        : EntropyRate.Nats(Process, _stationary, _degree);

    /// <summary>ln V − h: what there is to learn beyond the size of the alphabet, in nats per token.</summary>
    public double LearnableNats => Math.Max(0, Math.Log(Process.SymbolCount) - EntropyRateNats.Value);

    /// <summary>The causal states and their moves; null where they are not known to be finite or practically so.</summary>
    public EpsilonMachine? Machine => field ??= _model is { IsUnifilar: true } unifilar ? EpsilonMachine.Of(unifilar)
        : _chain is not null && LongRun is { } longRun ? EpsilonMachine.Of(_stationary, longRun) : null;

    /// <summary>True when <see cref="Machine"/> has all causal states, and not only those that matter.</summary>
    public bool HasAllCausalStates => Machine is not null && (_stationary.Closed || _model is { IsUnifilar: true });

    /// <summary>C_μ.</summary>
    public Quantity StatisticalComplexityBits => field ??= Machine is { } machine ? Quantity.Known(machine.StatisticalComplexityBits)
        : Components.Count > 1 ? OverComponents(theory => theory.StatisticalComplexityBits)
        : Quantity.Missing(NoChain);

    /// <summary>E.</summary>
    public Quantity ExcessEntropyBits => field ??= ComputeExcessEntropy();

    /// <summary>χ = C_μ − E = H[state | the whole future]: what a predictor must store and will never use.</summary>
    public Quantity CrypticityBits => field ??= StatisticalComplexityBits.Value is not { } stored ? Quantity.Missing("infinite or unknown, as the statistical complexity is")
        : ExcessEntropyBits.Value is null ? Quantity.Missing("unknown, as the excess entropy is")
        : Quantity.Enclosed(Left(stored, ExcessEntropyBits.Value), Left(stored, ExcessEntropyBits.Upper), Left(stored, ExcessEntropyBits.Lower));

    public Quantity TransientInformationBits => field ??= _chain is { } chain && LongRun is { } longRun
        ? TransientInformation.Bits(chain, chain.NextTokenEntropyNats(longRun))
        : Quantity.Missing("unknown: it is summed only over mixed states that are finite or practically so");

    public Quantity SynchronizationInformationBits => field ??= !ContextEntropies.HasBeliefEntropy(Process) ? Quantity.Missing(ContextEntropies.NoBeliefEntropy)
        : _chain is { } chain && LongRun is { } longRun ? SynchronizationInformation.Bits(chain, longRun)
        : SynchronizationInformation.Bits(_model!);

    /// <summary>The least M with h_{M+1} = h.</summary>
    public Quantity MarkovOrder => field ??= Order(Beliefs.MarkovOrder.Of);

    /// <summary>The least k with H[S_k | X₁X₂…] = 0.</summary>
    public Quantity CrypticOrder => field ??= Order(Beliefs.MarkovOrder.Cryptic);

    /// <summary>Of the mixed-state chain; null where that is not finite, or has more than <see cref="MixedStateSpectrum.MostStates"/> states.</summary>
    public MixedStateSpectrum? Spectrum => field ??= _stationary.Closed ? MixedStateSpectrum.Of(_chain!) : null;

    /// <summary>Why there is no spectrum.</summary>
    public string? SpectrumReason => Spectrum is not null ? null
        : _stationary.Closed ? FormattableString.Invariant($"not computed: there are more than {MixedStateSpectrum.MostStates} mixed states")
        : MixedStateCount.Of(_stationary).Reason;

    /// <summary>The eigenvalues of T beside the trivial one; null without a T.</summary>
    public IReadOnlyList<Eigenvalue>? AttentionDecay => field ??= _model is null ? null : TransitionSpectrum.AttentionDecay(_model);

    /// <summary>Null for the reason given by <see cref="DimensionReason"/>.</summary>
    public LyapunovSpectrum? Lyapunov => field ??= DimensionReason is null ? LyapunovSpectrum.Of(_model!, EntropyRateNats.Value) : null;

    /// <summary>Slower than all else. Null for the reason given by <see cref="DimensionReason"/>.</summary>
    public InformationDimension? InformationDimension => field ??= DimensionReason is null ? Beliefs.InformationDimension.Of(Process, _degree) : null;

    /// <summary>Why the set of beliefs is given no dimension.</summary>
    public string? DimensionReason => _stationary.Suffices ? "the beliefs are countable: their dimension is 0"
        : _model is null ? NotOneModel
        : Components.Count > 1 ? "undefined: the process falls apart, see its components"
        : null;

    private double[]? LongRun => _longRun.Value;

    private string NoChain => _chain is null ? MixedStateCount.Of(_stationary).Reason! : SlowSynchronisation;

    /// <summary>Computes what depends on the depth, and all else when it is asked for.</summary>
    /// <exception cref="TreeTooLargeException">The mixed states are not finite and the words are too many.</exception>
    public static ProcessTheory Of(GenerativeProcess process, int depth, int degree = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        return new ProcessTheory(process, depth, degree);
    }

    private Quantity ComputeExcessEntropy()
    {
        if (_stationary.Closed && EntropyRateNats.IsExact)
        {
            return ExcessEntropy.Bits(_chain!, EntropyRateNats.Value);
        }
        if (Components.Count > 1)
        {
            return OverComponents(theory => theory.ExcessEntropyBits);
        }
        return _model is { Kind: ProcessKind.Hmm } model ? ExcessEntropy.Bits(model, EntropyRateNats)
            : _chain is { } chain && LongRun is { } longRun ? ExcessEntropy.Bits(chain, chain.NextTokenEntropyNats(longRun))
            : Quantity.Missing("unknown: the entropy rate has no lower bound");
    }

    // A difference of two sums that is less than their rounding is 0.
    private static double Left(double stored, double? used) => stored - used!.Value is > Rounding and var left ? left : 0;

    // H[w] + Σ w Q_c over components of different laws.
    private Quantity OverComponents(Func<ProcessTheory, Quantity> quantity)
    {
        double which = Shannon.EntropyNats(ErgodicComponent.DistinctWeights([.. Components.Select(part => part.Component)])) / Shannon.NatsPerBit;
        (double Weight, Quantity Value)[] parts = [.. Components.Select(part => (part.Component.Weight, quantity(part.Theory)))];
        return Array.Find(parts, part => part.Value.Value is null).Value ?? Quantity.Enclosed(
            which + parts.Sum(part => part.Weight * part.Value.Value!.Value),
            which + parts.Sum(part => part.Weight * part.Value.Lower!.Value),
            which + parts.Sum(part => part.Weight * part.Value.Upper!.Value));
    }

    private Quantity Order(Func<EpsilonMachine, int?> order)
    {
        if (!HasAllCausalStates || Machine!.Count > MostCausalStates)
        {
            return Quantity.Missing(HasAllCausalStates ? FormattableString.Invariant($"not computed: there are more than {MostCausalStates} causal states")
                : "infinite or unknown: the causal states are not known to be finite");
        }
        return order(Machine) is { } length ? Quantity.Known(length) : Quantity.Missing("infinite: some causal states may stay unresolved for any number of tokens");
    }
}
