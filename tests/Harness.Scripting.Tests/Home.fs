namespace Harness.Scripting.Tests

open System
open System.IO
open global.Xunit

/// A folder of its own for everything that the tests of this module write; it stands as a repository, so that runs and their cache are in it.
type Home() =
    static let root = Directory.CreateTempSubdirectory("harness-scripting-").FullName

    do
        Directory.CreateDirectory(Path.Combine(root, ".git")) |> ignore
        Directory.SetCurrentDirectory root

    static member Root = root

    /// A new empty folder in it.
    static member Folder() = Directory.CreateDirectory(Path.Combine(Home.Root, Guid.NewGuid().ToString "N")).FullName

    interface IDisposable with
        member _.Dispose() =
            Directory.SetCurrentDirectory AppContext.BaseDirectory
            Directory.Delete(root, true)

// The current folder and what is printed belong to the whole process.
[<assembly: AssemblyFixture(typeof<Home>)>]
[<assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)>]
do ()
