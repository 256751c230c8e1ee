/// Every law, held to every permanent example that it is about.
module Harness.Laws.ExampleTests

open System
open System.Reflection
open Harness.Beliefs
open global.Xunit

let private laws =
    [| for group in Assembly.GetExecutingAssembly().GetTypes() do
           for law in group.GetMethods() do
               if not (isNull (law.GetCustomAttribute<LawAttribute>())) then
                   law |]

let private isFinite p = MixedStatePresentation.Of(RandomProcess.toModel p, 100).Closed

/// The examples as values of a type that laws ask for.
let private examples (wanted: Type) : objnull list =
    let processes condition wrap = Examples.processes |> List.filter condition |> List.map (wrap >> box)

    if wanted = typeof<RandomProcess> then processes (fun _ -> true) id
    elif wanted = typeof<UnifilarProcess> then processes RandomProcess.isUnifilar UnifilarProcess
    elif wanted = typeof<FiniteProcess> then processes isFinite FiniteProcess
    elif wanted = typeof<Walk> then processes (fun _ -> true) (fun p -> { Process = p; Choices = [ 0; 1; 2; 1; 0 ] }: Walk)
    elif wanted = typeof<StartedProcess> then Examples.starts |> List.map box
    elif wanted = typeof<RandomGhmm> then Examples.ghmms |> List.map box
    elif wanted = typeof<DisguisedProcess> then
        Examples.ghmms |> List.choose (fun q -> match q.Basis with | Classical p -> Some(box (DisguisedProcess(p, q))) | Quantum _ -> None)
    else []

/// A value for each of the other arguments, always the same.
let private other (wanted: Type) : objnull =
    if wanted = typeof<uint8> then box 3uy
    elif wanted = typeof<uint16> then box 3us
    elif wanted = typeof<uint64> then box 3UL
    elif wanted = typeof<int> then box 3
    elif wanted = typeof<uint8 list> then box [ 0uy; 1uy; 2uy ]
    else failwith $"An argument of type {wanted.Name} has no value: add one here."

let Names = TheoryData<string>(laws |> Seq.filter (fun law -> not (List.isEmpty (examples (Array.head (law.GetParameters())).ParameterType))) |> Seq.map _.Name)

[<Theory; MemberData(nameof Names)>]
let Law_OfThisName_HoldsForEveryExample (name: string) =
    let law = laws |> Array.find (fun law -> law.Name = name)
    let arguments = law.GetParameters() |> Array.map _.ParameterType

    for example in examples arguments[0] do
        try
            law.Invoke(null, Array.append [| example |] (arguments[1..] |> Array.map other)) |> ignore
        with :? TargetInvocationException as failure ->
            Assert.Fail $"{example}\n{failure.InnerException}"

[<Fact>]
let Laws_AboutProcesses_AreFound () = Assert.True(Seq.length Names > 40)

/// What once failed is replayed, and holds.
[<Fact>]
let Replays_Each_Hold () =
    for name, replay in FailedSeeds.all.Value do
        match laws |> Array.tryFind (fun law -> law.Name = name) with
        | Some law -> FailedSeeds.replay law replay
        | None -> Assert.Fail $"failed-seeds.txt: there is no law {name}."
