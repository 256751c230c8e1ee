namespace Harness.Laws.Oracle

/// Entropies of exact probabilities. Logarithms are taken in doubles, at the very end.
module ExactEntropies =

    /// −p ln p.
    let private term (p: Fraction) =
        let p = p.ToDouble()
        if p > 0.0 then -p * log p else 0.0

    let nats law = Seq.sumBy term law

    /// h_{L+1} = Σ_{|w|=L} P(w) H[P(·|w)] for each length L from 0, without end.
    let myopicNats (filter: ExactFilter) =
        filter.Levels |> Seq.map (Seq.sumBy (fun (ray, probability) -> probability.ToDouble() * nats (filter.NextToken ray)))

    /// H(0)…H(depth) from the probabilities of the words themselves.
    let blockNats depth (filter: ExactFilter) =
        let byLength = Array.zeroCreate (depth + 1)

        for word, probability, _ in filter.Words depth do
            let length = List.length word
            byLength[length] <- byLength[length] + term probability

        byLength

    let private average (weights: Fraction[]) (presentation: ExactPresentation) =
        Seq.map2 (fun (weight: Fraction) law -> weight.ToDouble() * nats law) weights presentation.Laws |> Seq.sum

    /// h, the entropy of the next token averaged over the mixed states as they are met in the long run.
    let rateNats presentation = average (presentation |> ExactPresentation.chain |> ExactChain.longRun |> Array.head) presentation

    /// E = Σ_{ℓ≥1} (h_ℓ − h), summed in closed form, of the presentation that starts from the stationary law.
    let excessNats presentation = average (ExactChain.excessVisits (ExactPresentation.chain presentation)) presentation

    /// C_μ, the entropy of the causal states as they are met in the long run.
    let complexityNats presentation =
        let recurrent = ExactPresentation.recurrent presentation
        let often = presentation |> ExactPresentation.chain |> ExactChain.longRun |> Array.head

        Array.zip (ExactPresentation.sameFutures recurrent presentation) recurrent
        |> Array.groupBy fst
        |> Seq.map (snd >> Array.map (fun (_, state) -> often[state]) >> Linear.total)
        |> nats
