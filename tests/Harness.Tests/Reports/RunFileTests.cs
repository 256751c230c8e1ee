using System.Text.Json;
using Harness.Activations;
using Harness.Claims;
using Harness.Reports;
using Harness.Reports.Html;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports;

public sealed class RunFileTests
{
    [Fact]
    public void Read_WhatWasWritten_RendersTheSameReport()
    {
        ReportModel model = SampleRun.Mess3;
        string run = RunFile.Write(model), picture = RunFile.WritePicture(model.Picture!);
        ReportModel read = RunFile.Read(run, picture);
        Assert.Equal(run, RunFile.Write(read));
        Assert.Equal(picture, RunFile.WritePicture(read.Picture!));
        Assert.Equal(HtmlReport.Write(model), HtmlReport.Write(read));
    }

    [Fact]
    public void Write_TheSameRunAgain_GivesTheSameBytes()
    {
        ReportModel again = SampleRun.Of(KnownProcesses.Mess3(0.05, 0.85), 5, SampleRun.Claims());
        Assert.Equal(RunFile.Write(SampleRun.Mess3), RunFile.Write(again));
        Assert.Equal(RunFile.WritePicture(SampleRun.Mess3.Picture!), RunFile.WritePicture(again.Picture!));
    }

    [Fact]
    public void Read_DivergedRun_KeepsTheReason()
    {
        ReportModel model = SampleRun.Of(KnownProcesses.ZeroOneRandom, 5, [SampleRun.Claim("z1r/x", new AtLeast(0.5))], new Planted(Diverges: true));
        ReportModel read = RunFile.Read(RunFile.Write(model), null);
        Assert.Equal(Outcome.Inconclusive, read.Claims[0].Outcome);
        Assert.Equal("undefined:diverged", read.Claims[0].Reason.Code);
        Assert.Equal(1, read.Replicates[0].Training.DivergedAtStep);
        Assert.Null(read.Replicates[0].Loss);
        Assert.Null(read.Picture);
    }

    [Fact]
    public void Read_AnotherFormat_SaysWhich()
    {
        string run = RunFile.Write(SampleRun.Mess3 with { Schema = 7 });
        Assert.Contains("format 7", Assert.Throws<JsonException>(() => RunFile.Read(run, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ReplicateRecord_ComesBackTheSame()
    {
        string json = ReplicateJson.Write(SampleRun.Mess3.Replicates[1]);
        Assert.Equal(json, ReplicateJson.Write(ReplicateJson.Read(json)));
        Assert.Equal(40, ReplicateJson.Read(json).Training.Curve.Count);
    }

    [Fact]
    public void Of_ExploratoryRun_GatesNothing()
    {
        ReportModel model = SampleRun.Of(KnownProcesses.ZeroOneRandom, 5, [SampleRun.Claim("z1r/x", new AtMost(0.1))], exploratory: true);
        Assert.Equal(ClaimStatus.Exploratory, model.Claims[0].Status);
        Assert.False(model.Claims[0].Fails);
    }
}
