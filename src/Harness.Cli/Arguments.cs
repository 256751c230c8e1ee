using Harness.Specs;

namespace Harness.Cli;

/// <summary>Problems of command-line arguments, in the same form as those of specs.</summary>
internal sealed class Arguments
{
    public Arguments() => At = Scope.Root("<arguments>", null, Problems);

    public List<Problem> Problems { get; } = [];

    public Scope At { get; }

    /// <exception cref="SpecException">Anything was reported.</exception>
    public void ThrowIfAny()
    {
        if (Problems.Count > 0)
        {
            throw new SpecException(Problems);
        }
    }
}
