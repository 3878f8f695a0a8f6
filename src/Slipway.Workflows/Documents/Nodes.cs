using System.Runtime.InteropServices;

namespace Slipway.Workflows.Documents;

/// <summary>A place in a text, both counted from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Position(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>A node of a YAML document, with what surrounds it: where it was read, how it is written.</summary>
public abstract record Node
{
    /// <summary>Where it was read; null when it was not.</summary>
    public Position? At { get; init; }

    /// <summary>Lines above it.</summary>
    public string? Comment { get; init; }

    /// <summary>An empty line above it, and above its comment.</summary>
    public bool BlankBefore { get; init; }
}

public enum ScalarKind
{
    Text,
    Number,
    Flag,
    Null,
}

/// <param name="Text">A text's value; of the other kinds what stands in the file.</param>
public sealed record Scalar(string Text, ScalarKind Kind = ScalarKind.Text) : Node
{
    /// <summary>Behind it, on its line.</summary>
    public string? Trailing { get; init; }

    /// <summary>Nothing behind the key, as in <c>workflow_dispatch:</c>.</summary>
    public static Scalar Empty { get; } = new("", ScalarKind.Null);

    public static Scalar Null { get; } = new("null", ScalarKind.Null);

    public static Scalar Of(bool flag) => new(flag ? "true" : "false", ScalarKind.Flag);
}

public sealed record Sequence(IReadOnlyList<Node> Items) : Node
{
    /// <summary>On one line, in brackets, where that is short enough.</summary>
    public bool Inline { get; init; }
}

public sealed record Mapping(IReadOnlyList<MappingEntry> Entries) : Node;

/// <param name="Key">Its comment and its empty line are the entry's.</param>
public sealed record MappingEntry(Scalar Key, Node Value);
