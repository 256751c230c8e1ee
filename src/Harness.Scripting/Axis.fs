namespace Harness.Scripting

/// One direction of a sweep: what is put into an experiment, each with a short name for its id.
[<Sealed; StructuredFormatDisplay("{Text}")>]
type Axis internal (choices: (string * (Experiment -> Experiment)) list) =
    member internal _.Choices = choices
    member internal _.Text = choices |> List.map fst |> String.concat ", " |> sprintf "axis of %s"
    override axis.ToString() = axis.Text
