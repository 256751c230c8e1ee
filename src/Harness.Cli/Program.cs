using Harness.Cli;
using Harness.Experiments;
using Harness.Runner;
var s = Surroundings.Read();
try {
var (ex, _) = SpecLoading.Load(args, s);
var plans = ex.Select(e => Selection.Quick.Plan(e)!).ToList();
var outcome = await RunHost.RunAsync(new RunRequest(plans, 2, Path.Combine(s.Root, "runs", ".cache")), s.Format, new PlainObserver(Console.Error.WriteLine, 15), default);
foreach (var r in outcome.Results) {
  foreach (var v in r.Verdicts) { Console.WriteLine($"{v.Claim.Id} {v.Outcome} ({v.Claim.Expect}) {v.Reason.Code} {v.Reason.Text} est {v.Estimate}");
   foreach (var n in v.Nulls) Console.WriteLine($"    {n.Name} {n.Estimate?.Mean:F4} diff {n.Difference?.Mean:F4} [{n.Difference?.Low:F4},{n.Difference?.High:F4}] {n.Undefined}");
   foreach (var c in v.Controls) Console.WriteLine($"    control {c}"); foreach (var c in v.Preconditions) Console.WriteLine($"    pre {c}");
   foreach (var c in v.Replicates) Console.WriteLine($"    {c.Seed} {c.Value} gap {c.LossGapNats:F5} worst {c.WorstGapNats:F5}@{c.WorstLength} {string.Join(",", c.Details)}");
  }
  foreach (var p in r.Replicates[0].Probes) Console.WriteLine(p);
}
Console.WriteLine(outcome.TotalSeconds);
} catch (Harness.Specs.SpecException e) { Console.WriteLine(e.Message); }
