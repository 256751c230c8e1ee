namespace Harness.Scripting

/// A claim, to be put into an experiment.
[<Sealed; StructuredFormatDisplay("{Text}")>]
type Claim internal (draft: Draft) =

    member internal _.Draft = draft

    /// <summary>Its id.</summary>
    /// <example><code>
    /// (claim "a/b" { measure Measure.lossGap }).Id // → a/b
    /// </code></example>
    member _.Id = Draft.textOf "id" draft

    member internal claim.Text = sprintf "claim %s: %s" claim.Id (Draft.textOf "statement" draft)
    override claim.ToString() = claim.Text
