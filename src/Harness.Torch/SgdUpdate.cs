namespace Harness.Torch;

/// <summary>v ← μv + g + λw; w ← w − αv.</summary>
internal sealed class SgdUpdate(double momentum, double weightDecay, int count) : ParameterUpdate
{
    private readonly float[] _velocity = new float[count];

    protected override IReadOnlyList<float[]> Moments => [_velocity];

    protected override void Move(Span<float> parameters, ReadOnlySpan<float> gradient, double rate)
    {
        float keep = (float)momentum, decay = (float)weightDecay, size = (float)rate;
        for (int i = 0; i < parameters.Length; i++)
        {
            _velocity[i] = (keep * _velocity[i]) + (gradient[i] + (decay * parameters[i]));
            parameters[i] -= size * _velocity[i];
        }
    }
}
