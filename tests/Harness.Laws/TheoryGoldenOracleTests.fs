/// Behind the goldens of the theory stands the oracle: it reads the same process files with its own reader and computes everything again in
/// fractions. A golden that our own code produced is believed because two programs that share nothing agree.
module Harness.Laws.TheoryGoldenOracleTests

open System
open System.IO
open System.Text.Json
open Harness.Beliefs
open Harness.Laws.Oracle
open Harness.Testing
open Xunit

let Ids = TheoryData<string>(Shipped.ids)

let private bits nats = nats / log 2.0
let private doubles = Array.map (fun (f: Fraction) -> f.ToDouble())

// What exact arithmetic can visit in a fraction of a second.
let private mostBeliefs = 2_500
let private mostWords = 2_000
let private largestPresentation = 150
let private largestSystem = 60

let private golden id =
    let path = Path.Combine(Repository.Golden, "theory", $"{id}.verified.json")
    Assert.True(File.Exists path, $"spec/processes/{id}.json has no golden/theory/{id}.verified.json.")
    use document = JsonDocument.Parse(File.ReadAllText path)
    document.RootElement.Clone()

let private numbers (element: JsonElement) = element.EnumerateArray() |> Seq.map _.GetDouble() |> Array.ofSeq
let private strings (element: JsonElement) = element.EnumerateArray() |> Seq.map (_.GetString() >> nonNull) |> Array.ofSeq

let private property (name: string) (element: JsonElement) = element.GetProperty name

let private number name (json: JsonElement) =
    let value = property name json
    if value.ValueKind = JsonValueKind.Null then None else Some(value.GetDouble())

/// h_1, h_2, … as far as there are not too many beliefs.
let private myopic count filter =
    (filter: ExactFilter).Levels
    |> Seq.truncate count
    |> Seq.takeWhile (fun level -> level.Length <= mostBeliefs)
    |> Seq.map (Seq.sumBy (fun (ray, probability) -> probability.ToDouble() * ExactEntropies.nats (filter.NextToken ray)))
    |> Array.ofSeq

let private entropies (p: ExactProcess) json =
    let stated = numbers (property "myopicEntropyNats" json)
    let exact = myopic stated.Length (ExactFilter p)
    Assert.True(exact.Length >= 3, "fewer than three context lengths could be checked")
    Agreement.vectors 1e-12 "h" exact stated[.. exact.Length - 1]
    let blocks = exact |> Array.scan (+) 0.0
    let statedBlocks = numbers (property "blockEntropyNats" json)
    let common = min blocks.Length statedBlocks.Length
    Agreement.vectors 1e-11 "H" blocks[.. common - 1] statedBlocks[.. common - 1]

    for loss in (property "optimalLossNats" json).EnumerateArray() do
        let contexts = property "contexts" loss
        let first, last = contexts[0].GetInt32(), contexts[1].GetInt32()

        if last < exact.Length then
            Agreement.within 1e-12 $"loss of contexts {first} to {last}" (Array.average exact[first..last]) ((property "mean" loss).GetDouble())

let private mixedStates (p: ExactProcess) json =
    let stated = property "mixedStates" json
    let limit = number "count" stated |> Option.map int |> Option.defaultValue largestPresentation
    let exact = ExactPresentation.tryClose limit (ExactFilter p)
    Assert.Equal((property "closed" stated).GetBoolean(), exact.IsSome)

    match exact with
    | Some presentation ->
        Assert.Equal(limit, presentation.States.Length)
        Assert.Equal(int (number "recurrent" stated).Value, (ExactPresentation.recurrent presentation).Length)
    | None -> ()

/// h, C_μ and E belong to the stationary process, wherever it starts.
let private longRun (p: ExactProcess) json =
    let rate = property "entropyRateNats" json
    let value, lower, upper = (property "value" rate).GetDouble(), (property "lower" rate).GetDouble(), (property "upper" rate).GetDouble()

    match ExactPresentation.tryClose largestPresentation (ExactFilter { p with Start = p.Stationary }) with
    | Some presentation ->
        let exact = ExactEntropies.rateNats presentation
        Agreement.within 1e-12 "h" exact value
        Agreement.atMost 1e-12 "lower" exact lower
        Agreement.atMost 1e-12 "h" upper exact
        number "statisticalComplexityBits" json |> Option.iter (Agreement.within 1e-10 "C" (bits (ExactEntropies.complexityNats presentation)))

        if presentation.States.Length <= largestSystem then
            number "excessEntropyBits" json |> Option.iter (Agreement.within 1e-10 "E" (bits (ExactEntropies.excessNats presentation)))
    | None ->
        // Every h_ℓ is above the rate, and h_ℓ with the state known at the beginning is below it.
        let exact = myopic 5 (ExactFilter { p with Start = p.Stationary })
        Agreement.atMost 1e-12 "lower" (Array.last exact) lower
        Agreement.atMost 1e-12 "lower" value lower
        Agreement.atMost 1e-12 "h" upper value

let private word (filter: ExactFilter) (symbols: int list) =
    let follow (ray, probability: Fraction) symbol =
        match filter.Step(ray, symbol) with
        | Some next -> next, probability * (filter.NextToken ray)[symbol]
        | None -> failwith "The golden has an impossible word."

    symbols |> List.fold follow (filter.Start, Fraction.One)

let private words (p: ExactProcess) (json: JsonElement) =
    match json.TryGetProperty "words" with
    | false, _ -> ()
    | true, stated ->
        let filter = ExactFilter p

        for entry in stated.EnumerateArray() do
            let ray, probability = strings (property "word" entry) |> Array.map (fun symbol -> Array.IndexOf(p.Symbols, symbol)) |> List.ofArray |> word filter
            Agreement.within 1e-12 "P" (probability.ToDouble()) ((property "probability" entry).GetDouble())
            Agreement.vectors 1e-11 "η" (doubles (filter.Belief ray)) (numbers (property "belief" entry))
            Agreement.vectors 1e-11 "P(z | w)" (doubles (filter.NextToken ray)) (numbers (property "nextToken" entry))

[<Theory; MemberData(nameof Ids)>]
let Golden_OfARationalProcess_IsWhatFractionsSay (id: string) =
    match Shipped.oracle id [] with
    | Outside reason ->
        Assert.True(Shipped.outside.ContainsKey id, $"spec/processes/{id}.json cannot be held by fractions ({reason}): list it in Shipped.outside.")
        Assert.Equal(Shipped.outside[id], reason)
    | Exact p ->
        Assert.False(Shipped.outside.ContainsKey id, $"spec/processes/{id}.json can be read by the oracle: take it off Shipped.outside.")
        let json = golden id
        Assert.Equal<string>(p.Symbols, strings (property "symbols" json))
        Assert.Equal<string>(p.States, strings (property "states" json))
        Agreement.vectors 1e-13 "π" (doubles p.Stationary) (numbers (property "stationary" json))
        entropies p json
        mixedStates p json
        longRun p json
        words p json

/// Every word, its belief and the law of its next token, with the default parameters and those of every known fact.
[<Theory; MemberData(nameof Ids)>]
let Tree_OfAShippedProcess_AgreesWithFractions (id: string) =
    for given in [] :: Shipped.knownParameters id do
        match Shipped.oracle id given with
        | Outside _ -> Assert.True(Shipped.outside.ContainsKey id)
        | Exact p ->
            let model, filter = Shipped.product id given, ExactFilter p
            let deepest = Seq.initInfinite (fun depth -> depth) |> Seq.takeWhile (fun depth -> pown (float p.Symbols.Length) depth <= float mostWords) |> Seq.last
            let depth = min 10 (max 2 deepest)
            let tree = BeliefTree.Grow(model, depth)
            let exact = filter.Words depth |> Seq.map (fun (word, probability, ray) -> word, (probability, ray)) |> dict
            Assert.Equal(exact.Count, tree.Count)
            Agreement.vectors 1e-13 "π" (doubles p.Stationary) (Array.ofSeq model.Stationary)

            for node in Agreement.nodes tree do
                let word = List.ofArray (tree.Word node)
                let probability, ray = exact[word]
                let belief = doubles (filter.Belief ray)
                let scale = Agreement.size belief
                Agreement.within 1e-13 $"P{word}" (probability.ToDouble()) tree.Probabilities[node]
                Agreement.vectors (1e-11 * scale) $"η{word}" belief (Agreement.belief tree node)
                Agreement.vectors 1e-11 $"P(z|{word})" (doubles (filter.NextToken ray)) (Agreement.nextToken model (Agreement.belief tree node))

/// A golden whose process is gone would be believed for nothing.
[<Fact>]
let Goldens_OfTheory_EachHaveTheirProcess () =
    let suffix = ".verified.json"

    for file in Directory.GetFiles(Path.Combine(Repository.Golden, "theory"), "*" + suffix) do
        let name = nonNull (Path.GetFileName file)
        Assert.Contains(name[.. name.Length - suffix.Length - 1], Shipped.ids)
