namespace Harness.Torch;

/// <summary>The native tensor library could not be loaded. The message says why and what to do.</summary>
internal sealed class NativeRuntimeException(string message, Exception cause) : Exception(message, cause);
