namespace Harness.Scripting

/// What became of one claim.
[<StructuredFormatDisplay("{Text}")>]
type Verdict =
    {
        /// The claim's id.
        Claim: string
        /// supported, refuted or inconclusive.
        Outcome: string
        /// True when that was expected.
        AsExpected: bool
        /// Mean over the networks; none when undefined.
        Estimate: float option
        /// Why.
        Reason: string
    }

    member internal verdict.Text = $"{verdict.Claim}: {verdict.Outcome}. {verdict.Reason}"
    override verdict.ToString() = verdict.Text
