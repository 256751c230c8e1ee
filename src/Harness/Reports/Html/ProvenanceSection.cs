using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Experiments;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>What was run, on what, when, and how to run it again.</summary>
internal static class ProvenanceSection
{
    public static string Write(ReportModel model)
    {
        ExperimentRecord experiment = model.Experiment;
        Provenance provenance = model.Provenance;
        StringBuilder html = new("<section id=\"provenance\">\n<h2>Provenance</h2>\n<p>Run it again:</p>\n<pre><code>");
        html.Append(Markup.Escape("harness " + string.Join(' ', provenance.Arguments.Select(Quoted)))).Append("</code></pre>\n<dl class=\"facts\">");
        Fact(html, "experiment", $"{experiment.Id}, {experiment.File}");
        Fact(html, "source", experiment.Source);
        Fact(html, "notes", experiment.Notes);
        Fact(html, "process", $"{experiment.Process.Id}: {Wording.Plural(experiment.Process.Symbols.Count, "symbol")}, {Wording.Plural(experiment.Process.States.Count, "hidden state")}, "
            + (experiment.MixedStates is { } count ? $"{Wording.Grouped(count)} mixed states" : "infinitely many mixed states"));
        Fact(html, "architecture", experiment.Architecture is { } architecture ? Line(architecture) : null);
        Fact(html, "model", experiment.Model is { } source ? Line(source) : null);
        Fact(html, "data", Line(experiment.Data));
        Fact(html, "training", experiment.Training is { } training ? Line(training) : null);
        Fact(html, "seeds", string.Join(", ", model.Replicates.Select(replicate => Wording.Count(replicate.Seed))));
        Fact(html, "networks", experiment.Model is null
            ? $"{Wording.Count(provenance.TrainedSeeds.Count)} trained in this run, {Wording.Count(provenance.CachedSeeds.Count)} from the cache"
            : $"{Wording.Count(model.Replicates.Count)} read from files, none trained");
        Fact(html, "harness", provenance.HarnessVersion);
        Fact(html, "versions", string.Join(", ", provenance.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => $"{version.Key} {version.Value}")));
        Fact(html, "machine", provenance.Machine);
        Fact(html, "processor settings", provenance.CpuSettings);
        Fact(html, "started", provenance.StartedAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
        Fact(html, "took", $"{provenance.Seconds.ToString("0.#", CultureInfo.InvariantCulture)} s with {Wording.Plural(provenance.Jobs, "job")}");
        return html.Append("</dl>\n<p class=\"soft\">A verdict speaks about these networks on this process. That a belief can be decoded does not show that the network uses it.</p>\n</section>\n").ToString();
    }

    private static void Fact(StringBuilder html, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append("<dt>").Append(name).Append("</dt><dd>").Append(Markup.Escape(text)).Append("</dd>\n");
        }
    }

    private static string Line(JsonObject node) => string.Join(", ", node.Where(property => property.Value is not null).Select(property =>
        property.Value is JsonObject inner ? $"{property.Key} ({Line(inner)})" : property.Key == "kind" ? property.Value!.ToString() : $"{property.Key} {property.Value}"));

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=,:+@%".Contains(c, StringComparison.Ordinal))
            ? argument
            : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
