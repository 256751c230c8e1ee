using Harness.Measurements;

namespace Harness.Reports.Records;

/// <summary>Held-out R² of each null under one partition, by name.</summary>
internal sealed record TheoryProbeRecord(Partition Partition, IReadOnlyDictionary<string, Measured> Nulls);
