namespace Harness.Scripting

open System
open System.IO
open Harness.Measurements
open Harness.Numerics
open Harness.Reports.Html
open Harness.Runner
open Harness.Training

/// What a person asks for at a prompt.
[<AutoOpen>]
module Prompt =

    let private note (text: string) = eprintfn "%s" text

    let private write (path: string) (text: string) =
        let full = Path.GetFullPath path
        Directory.CreateDirectory(nonNull (Path.GetDirectoryName full)) |> ignore
        File.WriteAllText(full, text)
        path

    /// <summary>Exact theory of a process, contexts up to a depth. It prints as a card.</summary>
    /// <example><code>
    /// (theory 6 (named "even" [])).MixedStates // → Some(4)
    /// </code></example>
    let theory (depth: int) (process': Process) : Theory = Theory(Place.model process'.Found, depth)

    /// <summary>What an observer believes along a word: tokens with blanks between them.</summary>
    /// <example><code>
    /// (beliefs "1 0" (named "even" [])).Last.Belief // → [(A, 1); (B, 0)]
    /// </code></example>
    let beliefs (word: string) (process': Process) : BeliefPath =
        BeliefPath.along process'.Found (List.ofArray (word.Split(' ', StringSplitOptions.RemoveEmptyEntries)))

    /// <summary>Tokens drawn from the process, as a word for `beliefs`; the same seed draws the same word.</summary>
    /// <example><code>
    /// sample 3 1 (named "period-k" []) |> _.Length // → 5
    /// </code></example>
    let sample (length: int) (seed: int) (process': Process) : string =
        let tokens = BatchSampler(process'.Found, Seed(seed).Stream "sample").Draw(0L, 1, length)
        String.Join(" ", tokens |> Array.map (fun token -> process'.Found.Symbols[int token]))

    /// <summary>Numbers between 0 and 1, the same for the same seed and name on every machine.</summary>
    /// <example><code>
    /// (uniform 1 "example" |> Seq.head) = (uniform 1 "example" |> Seq.head) // → True
    /// </code></example>
    let uniform (seed: int) (name: string) : float seq =
        seq {
            let stream = Seed(seed).Stream name
            while true do
                stream.NextDouble()
        }

    /// <summary>One network of an experiment, trained now or taken from the cache.</summary>
    /// <example><code>
    /// (train 1 quick).Seed // → 1
    /// </code></example>
    let train (seed: int) (experiment: Experiment) : Trained =
        Trained(experiment.Loaded, PromptRun.Train(experiment.Loaded, seed, Place.workspace(), note))

    /// <summary>Any measurement of a network, with its nulls.</summary>
    /// <example><code>
    /// (probeBy (Measure.affineProbe "ln_final" [ "partition" => "suffix" ]) (train 1 quick)).Value.IsSome // → True
    /// </code></example>
    let probeBy (measure: Part) (network: Trained) : Probe =
        let experiment = network.Experiment

        let read =
            Place.checkedBy (fun problems ->
                let struct (root, read) = Place.read<Measurement> "" 0 measure problems
                if problems.Count = 0 then PromptRun.Check(experiment, nonNull read, root)
                read)
            |> nonNull

        Probe(read.Label, PromptRun.Read(experiment, network.Seed, read, Place.workspace(), note))

    /// <summary>How well the belief can be read at a location of a network: held-out R², with its nulls.</summary>
    /// <example><code>
    /// (probe "blocks.0.hook_resid_post" (train 1 quick)).Value |> Option.map (fun r -> r > 0.9) // → Some(True)
    /// </code></example>
    let probe (location: string) (network: Trained) : Probe = probeBy (Measure.affineProbe location []) network

    /// <summary>Everything `harness run` does with one experiment: networks from the cache where they are there, verdicts, and a run
    /// folder.</summary>
    /// <example><code>
    /// (run quick).Verdicts.Length // → 1
    /// </code></example>
    let run (experiment: Experiment) : Run =
        let struct (result, model, folder) = PromptRun.Run(experiment.Loaded, Harness.Experiments.Selection.Quick, Place.workspace(), note)
        Run(result, model, folder)

    /// <summary>Draws a theory, a network or a run to a file: SVG, or a page with it where the name ends in .html. Returns the path.</summary>
    /// <example><code>
    /// theory 6 (named "mess3" []) |> plot "runs/mess3.svg" // → runs/mess3.svg
    /// </code></example>
    let plot (path: string) (picture: #IPicture) : string =
        let svg = picture.Svg()
        write path (if Path.GetExtension path = ".html" then HtmlPage.Write(nonNull (Path.GetFileNameWithoutExtension path), svg) else svg)

    /// <summary>Writes the HTML report of a run, or the page of a theory. Returns the path.</summary>
    /// <example><code>
    /// run quick |> report "runs/quick.html" // → runs/quick.html
    /// </code></example>
    let report (path: string) (subject: #IReport) : string = write path (subject.Html())

    /// <summary>Writes a process or an experiment as the file that it is to everybody else, once it has been checked. Returns the path.</summary>
    /// <example><code>
    /// save "runs/saved/quick.json" quick // → runs/saved/quick.json
    /// </code></example>
    let save (path: string) (spec: #ISpec) : string = write path spec.Json

    /// <summary>Looks for a process on which a claim fails, and shrinks it: `falsify { the "id" experiment; over "family" }`, as `harness falsify`.</summary>
    /// <example><code>
    /// let two = experiment "two" {
    ///     over (named "golden-mean" [])
    ///     network (Network.planted [ "dModel" => 4 ])
    ///     window 5
    ///     seeds [ 1; 2; 3 ]
    ///     claims [
    ///         claim "two/unifilar" {
    ///             statement "Every process of two states and two symbols is unifilar."
    ///             expect "refuted"
    ///             measure (kind "theory" [ "quantity" => "unifilar" ])
    ///             comparator (Compare.atLeast 1.0)
    ///             interval (Compare.studentT 0.95) } ] }
    /// (falsify { the "two/unifilar" two; over "two-state-hmms"; processes 20; shrinks 200 }).Counterexample.IsSome // → True
    /// </code></example>
    let falsify = FalsifyBuilder()
