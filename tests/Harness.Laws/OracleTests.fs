/// The oracle itself, held against what is known exactly.
module Harness.Laws.OracleTests

open System
open System.IO
open System.Text.RegularExpressions
open Harness.Beliefs
open Harness.Laws.Oracle
open Harness.Testing
open Xunit

let private evaluate text =
    RationalExpression.evaluate (function "p" -> Fraction.Of(1L, 3L) | name -> raise (NotUnderstood name)) text

[<Theory>]
[<InlineData("-2^2", "-4")>]
[<InlineData("2^-1", "1/2")>]
[<InlineData("2^3^2", "512")>]
[<InlineData("2^-3^2", "1/512")>]
[<InlineData("--3", "3")>]
[<InlineData("1 - 2 - 3", "-4")>]
[<InlineData("8/4/2", "1")>]
[<InlineData("1 - p*(1 - p)", "7/9")>]
[<InlineData("0.05", "1/20")>]
[<InlineData("12.5e-1", "5/4")>]
[<InlineData("7.14142842854285", "142828568570857/20000000000000")>]
[<InlineData("sqrt(9/4)", "3/2")>]
[<InlineData("(16/81)^(1/2)", "4/9")>]
[<InlineData("floor(-7/2)", "-4")>]
[<InlineData("mod(7, 4) + mod(-1, 4)", "6")>]
[<InlineData("floor(7/2) + log(1) + exp(0)", "4")>]
let Expression_OfFractions_HasItsExactValue (text: string) (value: string) = Assert.Equal(value, string (evaluate text))

[<Theory>]
[<InlineData("sqrt(2)")>]
[<InlineData("2^(1/3)")>]
[<InlineData("1 + log(2)")>]
[<InlineData("cos(1)")>]
[<InlineData("random(1, 2)")>]
let Expression_OfWhatIsNoFraction_SaysSo (text: string) = Assert.Throws<Irrational>(fun () -> evaluate text |> ignore) |> ignore

[<Theory>]
[<InlineData("1 +")>]
[<InlineData("(1")>]
[<InlineData("1 2")>]
[<InlineData("q")>]
[<InlineData("1.2.3")>]
[<InlineData("floor(1, 2)")>]
[<InlineData("")>]
let Expression_ThatIsNone_IsNotUnderstood (text: string) = Assert.Throws<NotUnderstood>(fun () -> evaluate text |> ignore) |> ignore

let private file (text: string) =
    let path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json")
    File.WriteAllText(path, text)

    try
        ProcessDocument.read path []
    finally
        File.Delete path

let private coin rest =
    """{ "id": "c", "title": "", "source": "", "kind": "hmm", "symbols": ["0", "1"], "states": ["A"], "transitions": { "0": [["p"]], "1": [["1-p"]] }, """
    + rest
    + " }"

[<Fact>]
let Reader_OfAnUnknownConstruct_NamesFileAndPlace () =
    let error = Assert.Throws<NotUnderstood>(fun () -> file (coin """ "parameters": { "p": { "default": 0.5, "min": 0, "max": 1, "step": 0.1 } } """) |> ignore)
    Assert.Matches(@"\.json: the oracle does not understand \$\.parameters\.p\.step", error.Data0)

[<Fact>]
let Reader_OfAnIrrationalEntry_IsOutsideWithTheReason () =
    match file (coin """ "let": { "p": "1/sqrt(3)" } """) with
    | Outside reason -> Assert.Equal("sqrt(3) in $.let.p", reason)
    | Exact _ -> Assert.Fail "1/√3 is no fraction."

[<Fact>]
let Reader_OfRepetition_WritesItOut () =
    let ring =
        """{ "id": "ring", "title": "", "source": "", "kind": "hmm", "symbols": ["0", "1"], "parameters": { "n": { "default": 3, "min": 1, "max": 9 } },
             "states": ["A", { "name": "B{i}", "for": { "i": [1, "n"] } }],
             "transitions": [ { "from": "A", "emit": "0", "to": "A", "weight": 2 }, { "from": "A", "emit": "1", "to": "B1", "weight": 1 },
                              { "from": "B{i}", "emit": "0", "to": "B{i+1}", "weight": "i", "for": { "i": [1, "n-1"] } },
                              { "from": "B{n}", "emit": "1", "to": "A", "weight": 7 } ],
             "normalization": "rows", "start": [ { "state": "B{i}", "weight": "i", "for": { "i": [1, "n"] } } ] }"""

    match file ring with
    | Exact p ->
        Assert.Equal<string>([ "A"; "B1"; "B2"; "B3" ], p.States)
        Assert.Equal<string>([ "1/2"; "1/6"; "1/6"; "1/6" ], p.Stationary |> Array.map string)
        Assert.Equal<string>([ "0"; "1/6"; "1/3"; "1/2" ], p.Start |> Array.map string)
        Assert.Equal("2/3", string p.Matrices[0].[0].[0])
    | Outside reason -> Assert.Fail reason

let private shipped id given =
    match Shipped.oracle id given with
    | Exact p -> p
    | Outside reason -> failwith reason

let private close id given = (ExactPresentation.tryClose 200 (ExactFilter(shipped id given))).Value

[<Theory>]
[<InlineData("rrxor", 36, 5)>]
[<InlineData("z1r", 7, 3)>]
[<InlineData("even", 4, 2)>]
[<InlineData("golden-mean", 3, 2)>]
let Presentation_OfAProcessOfTheField_ClosesExactly (id: string) (states: int) (recurrent: int) =
    let presentation = close id []
    Assert.Equal(states, presentation.States.Length)
    Assert.Equal(recurrent, (ExactPresentation.recurrent presentation).Length)

/// Other parameters leave other coincidences: what the product finds is what fractions prove. RRXOR with bits that are not fair has more than
/// 500 mixed states, and Mess3 closes only where a step forgets the state.
[<Theory>]
[<InlineData("rrxor", "p1 1/3, p2 1/4", false)>]
[<InlineData("rrxor", "p1 1/2, p2 1/4", false)>]
[<InlineData("z1r", "p 1/4", true)>]
[<InlineData("z1r", "p 1", true)>]
[<InlineData("even", "p 1/3", true)>]
[<InlineData("even", "p 4/5", true)>]
[<InlineData("golden-mean", "p 1/3", true)>]
[<InlineData("coin", "p 1/7", true)>]
[<InlineData("mess3", "x 1/5, a 3/5", false)>]
[<InlineData("mess3", "x 1/3, a 3/5", true)>]
let Presentation_WithOtherParameters_HasTheStatesOfTheProduct (id: string) (parameters: string) (closes: bool) =
    let given = parameters.Split ", " |> Seq.map _.Split(' ') |> Seq.map (fun pair -> pair[0], evaluate pair[1]) |> List.ofSeq
    let product = MixedStatePresentation.Of(Shipped.product id given, 500)
    Assert.Equal(closes, product.Closed)

    match ExactPresentation.tryClose 500 (ExactFilter(shipped id given)) with
    | None -> Assert.False closes
    | Some exact ->
        Assert.Equal<int>(Array.concat exact.Next, product.Transitions)
        Assert.Equal((ExactPresentation.recurrent exact).Length, product.Recurrent |> Seq.sumBy (fun recurrent -> if recurrent then 1 else 0))

[<Fact>]
let Rrxor_InFractions_Has436WordsAnd11NextTokenLaws () =
    let filter = ExactFilter(shipped "rrxor" [])
    let words = filter.Words 10 |> List.ofSeq
    Assert.Equal(1047, words.Length)
    Assert.Equal(436, words |> List.filter (fun (word, _, _) -> word.Length = 10) |> List.length)
    let laws = (close "rrxor" []).Laws |> Array.map (Array.head >> string) |> Array.distinct |> set
    Assert.Equal<string>(set [ "0"; "1/4"; "1/3"; "3/8"; "2/5"; "1/2"; "3/5"; "5/8"; "2/3"; "3/4"; "1" ], laws)

[<Fact>]
let Mess3_InFractions_HasTheKnownProbability () =
    let filter = ExactFilter(shipped "mess3" [ "x", Fraction.Of(1L, 20L); "a", Fraction.Of(17L, 20L) ])
    let probability = filter.Words 2 |> Seq.pick (fun (word, p, _) -> if word = [ 0; 0 ] then Some p else None)
    Assert.Equal(Fraction.Of(2245625L, 10000000L), probability)

[<Fact>]
let Ghmm_OfOneQuantumBit_HasTheGaugeOfItsDimension () =
    let p = RandomGhmm.tryMake (Quantum { Skew = [| 1; 2; 0; -1; 3; 1 |]; SymbolOf = [| 0; 1 |] }) []
    Assert.Equal<string>([ "3"; "0"; "0" ], p.Value.Exact.Readout |> Array.map string)
    Assert.Equal("1/3", string p.Value.Exact.Stationary[0])

/// E + χ = C_μ with χ = 0 for these, and h in closed form: the closed sums of the oracle are right.
[<Fact>]
let Quantities_OfRrxor_HaveTheirClosedForms () =
    let presentation = close "rrxor" []
    let bits nats = nats / log 2.0
    Agreement.within 1e-13 "h" (2.0 / 3.0) (bits (ExactEntropies.rateNats presentation))
    Agreement.within 1e-13 "C" (Math.Log2 6.0 - 1.0 / 3.0) (bits (ExactEntropies.complexityNats presentation))
    Agreement.within 1e-12 "E" (Math.Log2 6.0 - 1.0 / 3.0) (bits (ExactEntropies.excessNats presentation))

/// An oracle that shared code with what it judges would share its errors.
[<Fact>]
let Oracle_Sources_UseNothingOfTheProduct () =
    let sources = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Harness.Laws", "Oracle"), "*.fs")
    Assert.True(sources.Length >= 10)

    for source in sources do
        for used in Regex.Matches(File.ReadAllText source, @"Harness\.(\w+)(\.\w+)?") do
            Assert.Equal("Harness.Laws.Oracle", used.Value)
