namespace Harness.Specs;

/// <summary>The shapes that a type can have in JSON.</summary>
internal enum JsonForm
{
    Text,
    Flag,
    Integer,
    Number,
    Choice,
    List,
    Map,
    Record,
    Written,
}
