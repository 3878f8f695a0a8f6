namespace Slipway.Workflows.Model;

public abstract record Step
{
    public string? Id { get; init; }
    public string? Name { get; init; }

    /// <summary>An expression, with or without its <c>${{ }}</c>.</summary>
    public string? If { get; init; }

    public ValueMap<string> Env { get; init; } = [];
    public Expressible<bool>? ContinueOnError { get; init; }
    public Expressible<int>? TimeoutMinutes { get; init; }
    public string? Comment { get; init; }
}

/// <summary>A script.</summary>
public sealed record RunStep(string Run) : Step
{
    public string? Shell { get; init; }
    public string? WorkingDirectory { get; init; }
}

/// <summary>An action with its inputs.</summary>
public sealed record ActionStep(ActionReference Uses) : Step
{
    public ValueMap<string> With { get; init; } = [];
}

/// <summary>An action, a reusable workflow or an image: <c>owner/name@ref</c>, <c>./path</c>, <c>docker://image</c>.</summary>
/// <param name="Version">What a commit's SHA stands for; written behind it as a comment.</param>
public sealed record ActionReference(string Reference, string? Version = null)
{
    public static implicit operator ActionReference(string reference) => new(reference);

    /// <summary>In this repository, or in the one of the workflow that is called.</summary>
    public bool IsLocal =>
        Reference.StartsWith("./", StringComparison.Ordinal) || Reference.StartsWith("$/", StringComparison.Ordinal);

    public bool IsImage => Reference.StartsWith("docker://", StringComparison.Ordinal);

    /// <summary>What is in front of the <c>@</c>.</summary>
    public string Name => Reference.Split('@')[0];

    /// <summary>What is behind the <c>@</c>: a branch, a tag or a commit; null when nothing is.</summary>
    public string? GitReference => Reference.IndexOf('@') is var at and >= 0 ? Reference[(at + 1)..] : null;

    public override string ToString() => Reference;
}
