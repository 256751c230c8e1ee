using Harness.Reports;
using Harness.Reports.Text;
using Xunit;
namespace Harness.Tests.Reports;
public sealed class ScratchTests
{
    [Fact]
    public void Dump()
    {
        System.IO.Directory.CreateDirectory("/tmp/w/out");
        void Put(string n, string t) => System.IO.File.WriteAllText("/tmp/w/out/" + n, t);
        ReportModel m = SampleRun.Mess3;
        Put("run.json", RunFile.Write(m));
        Put("table.txt", VerdictTable.Write(m.Claims));
        Put("md.md", Markdown.Write(m.Claims));
        Put("verdict.json", VerdictJson.Write(m.Claims[1]));
    }
}
