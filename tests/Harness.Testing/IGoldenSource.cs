namespace Harness.Testing;

/// <summary>A test class that checks goldens, and says which. The list is made without running a test: it is the same however many run.</summary>
internal interface IGoldenSource
{
    /// <summary>Files as in <c>theory/mess3.json</c>: the name with its extension, without ".verified".</summary>
    static abstract IEnumerable<string> Goldens { get; }
}
