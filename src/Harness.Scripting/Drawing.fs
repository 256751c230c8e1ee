namespace Harness.Scripting

open Harness.Experiments
open Harness.Reports.Figures
open Harness.Reports.Records

module internal Drawing =

    let simplex (tree: Harness.Beliefs.BeliefTree) (picture: BeliefPicture | null) =
        match picture with
        | Null -> invalidOp "There is nothing to see: the training diverged."
        | NonNull picture -> SimplexFigure.Draw(PictureRecord.Of(tree, picture), tree.Process.States).Standalone()
