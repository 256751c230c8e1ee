// Planted beliefs on two processes, one of them made here: what the three ways of running a script are compared by.
//   dotnet fsi planted_truth.fsx [folder]     runs the experiments and copies their specs and verdicts there
#if INTERACTIVE && !HOSTED
#load "../../../spec/scripts/_prelude.fsx"
#endif

open System.IO
open Harness.Scripting

let private flipped =
    model "flipped" {
        symbols [ "0"; "1" ]
        states [ "A"; "B"; "C" ]
        parameter "p" 0.5 0.0 1.0
        edges [ "A", "0", "B", "p"; "A", "1", "A", "1-p"; "B", "1", "C", "1"; "C", "0", "A", "1/3"; "C", "1", "B", "2/3" ]
    }

let private question =
    experiment "truth" {
        title "Planted beliefs are found"
        over flipped
        network (Network.planted [ "dModel" => 8 ])
        window 6
        seeds [ 1; 2; 3 ]
        claims [
            claim "truth/is-read" {
                statement "The belief can be read."
                measure (Measure.affineProbe "ln_final" [])
                comparator (Compare.exceeds [ "untrained"; "permuted" ] 0.01)
                interval (Compare.pairedT 0.95)
                control Compare.planted
                control Compare.shuffled
            }

            claim "truth/is-perfect" {
                expect "refuted"
                statement "It is read without any error."
                measure (Measure.affineProbe "ln_final" [ "partition" => "suffix" ])
                comparator (Compare.atLeast 0.9999999)
                interval (Compare.studentT 0.95)
            } ]
    }

let experiments = sweep [ overProcesses [ at [ "p", 0.25 ] flipped; named "even" [] ] ] question

/// Specs and verdicts, by file name.
let results () =
    [ for experiment in experiments do
          let finished = run experiment
          experiment.Id + ".json", experiment.Json

          for verdict in finished.Verdicts do
              verdict.Claim.Replace("/", "--") + ".json", finished.VerdictJson verdict.Claim ]

let main (arguments: string list) =
    for name, text in results () do
        for folder in arguments do
            File.WriteAllText(Path.Combine(folder, name), text)

        printfn "%s" name

#if INTERACTIVE && !HOSTED
main (List.tail (List.ofArray fsi.CommandLineArgs))
#endif
