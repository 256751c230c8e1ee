using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class RecurrentClassesTests
{
    [Fact]
    public void Of_AChainWithTwoClassesAndAWayIn_TellsThemApart()
    {
        double[] chain =
        [
            0.5, 0.5, 0, 0, 0,
            0, 0, 1, 0, 0,
            0, 1, 0, 0, 0,
            0, 0, 0, 1, 0,
            0.2, 0, 0, 0.8, 0,
        ];
        RecurrentClasses classes = RecurrentClasses.Of(chain, 5);

        Assert.Equal([[1, 2], [3]], classes.Classes);
        Assert.Equal([0, 4], classes.Transient);
    }

    [Fact]
    public void Of_ALongRing_IsOneClass()
    {
        const int States = 1000;
        double[] chain = new double[States * States];
        for (int i = 0; i < States; i++)
        {
            chain[(i * States) + ((i + 1) % States)] = 1;
        }
        RecurrentClasses classes = RecurrentClasses.Of(chain, States);

        Assert.Equal(States, Assert.Single(classes.Classes).Count);
        Assert.Empty(classes.Transient);
    }
}
