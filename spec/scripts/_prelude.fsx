// What a script needs when `dotnet fsi` runs it: the words of Harness.Scripting, from the built command's folder.
// Build once before: dotnet build -c Release
// Networks load the tensor library when they need it. A script that computes with tensors itself adds #r "TorchSharp.dll" and calls
// Harness.Torch.NativeRuntime.Enter() before anything else: the bits of a training depend on settings that are made then.
#I "../../src/Harness.Cli/bin/Release/net10.0"
#r "Harness.dll"
#r "Harness.Torch.dll"
#r "Harness.Runner.dll"
#r "Harness.Scripting.dll"
