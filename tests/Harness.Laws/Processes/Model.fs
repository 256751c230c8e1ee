namespace Harness.Laws

open System.Collections.Generic
open Harness.Laws.Oracle
open Harness.Processes

/// From an exact process to the product's model of it: every fraction becomes the nearest double, and nothing is computed by the product.
module internal Model =

    let private doubles = Array.map (fun (f: Fraction) -> f.ToDouble())

    let private make (p: ExactProcess) readout =
        HiddenMarkovModel("random", Dictionary(), p.Symbols, p.States, p.Matrices |> Array.map (Array.collect doubles), doubles p.Stationary, doubles p.Start, readout)

    let hmm (p: ExactProcess) = make p null

    let ghmm (p: ExactProcess) = make p (doubles p.Readout)

    let names prefix count = Array.init count (fun i -> $"{prefix}{i}")
