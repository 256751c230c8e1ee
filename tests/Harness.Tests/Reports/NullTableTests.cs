using System.Text;
using Harness.Measurements;
using Harness.Reports;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports;

public sealed class NullTableTests
{
    [Fact]
    public void Write_OfRrxor_HasTheNumbersAndTheSentence()
    {
        StringBuilder text = new();
        NullTable.Write(text, NullCard.Of(KnownProcesses.RandomRandomXor, 10));
        string card = text.ToString();

        Assert.Contains("contexts 1..10\n", card, StringComparison.Ordinal);
        Assert.Contains("held out by subtree", card, StringComparison.Ordinal);
        Assert.Matches(@"next-token +0\.24\d\d +0\.24\d\d +0\.2464 +0\.2500 +0\.2564 +0\.061530\n", card);
        Assert.Matches(@"last-1 .* 0\.1540 +0\.070003\n", card);
        Assert.Matches(@"share +0\.\d{4}  0\.\d{4}  0\.\d{4}  0\.\d{4}\n", card);
        Assert.EndsWith("the next-token law fixes 1 of the 4 directions in which beliefs vary.\nIts 36 mixed states have 11 different next-token laws.\n", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhatIsUndefined_SaysWhyOnce()
    {
        StringBuilder text = new();
        NullTable.Write(text, NullCard.Of(KnownProcesses.Mess3(0.05, 0.85), 3, partition: Partition.Belief));

        Assert.Contains("  undefined: the partition does not exist for this process\n", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, "This process cannot separate anything: its belief is the same after every context.")]
    [InlineData(2, 2, 2, 0, 0, "This process cannot separate a representation of beliefs from a representation of the next token:\nthe belief is an affine image of the next-token law.")]
    [InlineData(2, 0, 1, 0, 0, "This process can separate a representation of beliefs from a representation of the next token:\nthe next-token law fixes none of the 2 directions in which beliefs vary.")]
    [InlineData(3, 1, 3, 9, 9, "This process can separate a representation of beliefs from a representation of the next token:\nthe next-token law fixes 1 of the 3 directions in which beliefs vary.\n"
        + "But each of its 9 mixed states has a next-token law of its own: only affine read-outs are separated.\n"
        + "The belief is an affine image of the logarithm of the law, though: logits decode it.")]
    public void Sentence_OfASeparation_SaysWhatCanBeShown(int directions, int byLaw, int byLogarithm, int states, int laws, string sentence) =>
        Assert.Equal(sentence, NullTable.Sentence(new Separation(directions, byLaw, byLogarithm, states == 0 ? null : (states, laws))));
}
