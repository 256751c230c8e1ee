using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Specs;

/// <summary>The form of specs that programs write; that nothing is lost is tested on every shipped spec by the tests of the scripts.</summary>
public sealed class SpecTextTests
{
    [Fact]
    public void Write_ASmallRecord_HasEachPropertyOnALineAndNoDefaults() => Assert.Equal(
        """
        {
          "optimizer": { "kind": "adam", "learningRate": 0.01 },
          "steps": 7
        }

        """.ReplaceLineEndings("\n"), SpecText.Write(new TrainingRecipe(new Adam(0.01), 7), Reading.Format));

    [Fact]
    public void Write_WhatIsNoDefault_KeepsIt() => Assert.Equal(
        """
        {
          "kind": "affine-probe",
          "location": "ln_final",
          "partition": "suffix",
          "position": 3
        }

        """.ReplaceLineEndings("\n"),
        SpecText.Write<Measurement>(new AffineProbe(new("ln_final"), Target.Belief, Partition: Partition.Suffix, Position: 3), Reading.Format));

    [Fact]
    public void Write_AClaim_EndsWithItsListsOfRecordsAndLeavesEmptyOnesOut()
    {
        Claim claim = new("a/b", 1, ClaimStatus.Exploratory, Tier.Quick, Expectation.Supported, "R² – as “it” is.", new LossGap(), new AtMost(0.5), new StudentT(),
            Preconditions: [], Controls: [new PlantedControl()], Source: "§ 3");
        Assert.EndsWith(
            """
              "interval": { "kind": "student-t" },
              "source": "§ 3",
              "controls": [{ "kind": "planted" }]
            }

            """.ReplaceLineEndings("\n"), SpecText.Write(claim, Reading.Format), StringComparison.Ordinal);
        Assert.Contains("\"statement\": \"R² – as “it” is.\"", SpecText.Write(claim, Reading.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ALongList_PutsEachItemOnALine()
    {
        string[] lines = SpecText.Write(new TrainingRecipe(new Adam(0.01), 1000, Checkpoints: [.. Enumerable.Range(1, 40).Select(i => i / 40.0)]), Reading.Format).Split('\n');
        Assert.Contains("    0.025,", lines);
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
    }
}
