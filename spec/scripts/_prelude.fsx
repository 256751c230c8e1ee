// Makes the built command's assemblies and the native tensor library available to a script.
// Build once before: dotnet build -c Release
#r "../../src/Harness.Cli/bin/Release/net10.0/Harness.dll"
#r "../../src/Harness.Cli/bin/Release/net10.0/TorchSharp.dll"
#r "../../src/Harness.Cli/bin/Release/net10.0/Harness.Torch.dll"

Harness.Torch.NativeRuntime.Enter()
