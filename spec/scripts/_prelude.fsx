// What a script needs when `dotnet fsi` runs it: the words of Harness.Scripting, from the built command's folder.
// Build once before: dotnet build -c Release
#I "../../src/Harness.Cli/bin/Release/net10.0"
#r "Harness.dll"
#r "Harness.Torch.dll"
#r "Harness.Runner.dll"
#r "Harness.Scripting.dll"
