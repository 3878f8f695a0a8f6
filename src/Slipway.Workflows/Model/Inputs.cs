using System.Diagnostics.CodeAnalysis;

namespace Slipway.Workflows.Model;

[SuppressMessage("Naming", "CA1720", Justification = "The words are the workflow syntax's.")]
public enum InputType
{
    String,
    Boolean,
    Number,

    /// <summary>One of the options; only where a person starts the workflow.</summary>
    Choice,

    /// <summary>One of the repository's environments; only where a person starts the workflow.</summary>
    Environment,
}

/// <summary>An input of a workflow that a person starts or another workflow calls.</summary>
public sealed record Input
{
    public string? Description { get; init; }

    /// <summary>Null is a string; a called workflow must say it.</summary>
    public InputType? Type { get; init; }

    public bool? Required { get; init; }

    /// <summary>A string, a number or a boolean.</summary>
    public Value? Default { get; init; }

    /// <summary>Of a choice.</summary>
    public ValueList<string>? Options { get; init; }
}

/// <summary>An output of a called workflow, taken from one of its jobs.</summary>
public sealed record CallOutput(string Value)
{
    public string? Description { get; init; }
}

/// <summary>A secret that a called workflow takes.</summary>
public sealed record CallSecret
{
    public string? Description { get; init; }
    public bool? Required { get; init; }
}
