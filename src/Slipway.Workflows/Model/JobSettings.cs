using System.Diagnostics.CodeAnalysis;

namespace Slipway.Workflows.Model;

/// <summary>What <c>run</c> steps use that do not say it themselves.</summary>
public sealed record Defaults
{
    public string? Shell { get; init; }
    public string? WorkingDirectory { get; init; }
}

/// <summary>At most one run of a group at a time.</summary>
public sealed record Concurrency(string Group)
{
    public Expressible<bool>? CancelInProgress { get; init; }

    /// <summary>How many may wait: null is GitHub's default, one.</summary>
    public QueueSize? Queue { get; init; }
}

[SuppressMessage("Naming", "CA1720", Justification = "The words are the workflow syntax's.")]
public enum QueueSize
{
    Single,
    Max,
}

/// <summary>Where a job runs: a machine that has every label, of the group if there is one.</summary>
public sealed record RunsOn(ValueList<string> Labels)
{
    public string? Group { get; init; }

    public static implicit operator RunsOn(string label) => new([label]);
}

/// <summary>The environment that a job deploys to: its secrets, its reviewers.</summary>
public sealed record DeploymentEnvironment(string Name)
{
    public string? Url { get; init; }

    /// <summary>False takes the secrets without recording a deployment.</summary>
    public Expressible<bool>? Deployment { get; init; }

    public static implicit operator DeploymentEnvironment(string name) => new(name);
}

public sealed record Strategy
{
    public Expressible<bool>? FailFast { get; init; }
    public Expressible<int>? MaxParallel { get; init; }
    public Expressible<Matrix>? Matrix { get; init; }
}

/// <summary>One job for each combination of the axes, without the excluded and with the included ones.</summary>
public sealed record Matrix
{
    public ValueMap<Expressible<ValueList<Value>>> Axes { get; init; } = [];
    public Expressible<ValueList<ValueMap<Value>>>? Include { get; init; }
    public Expressible<ValueList<ValueMap<Value>>>? Exclude { get; init; }
}

/// <summary>A container that a job runs in, or a service beside it.</summary>
public sealed record Container(string Image)
{
    public Credentials? Credentials { get; init; }
    public ValueMap<string> Env { get; init; } = [];
    public ValueList<string> Ports { get; init; } = [];
    public ValueList<string> Volumes { get; init; } = [];

    /// <summary>Options of <c>docker create</c>.</summary>
    public string? Options { get; init; }

    /// <summary>Of a service only.</summary>
    public string? Entrypoint { get; init; }

    /// <summary>Of a service only.</summary>
    public string? Command { get; init; }
}

public sealed record Credentials(string Username, string Password);

/// <summary>Makes an image of the machine once the job is over.</summary>
public sealed record Snapshot(string ImageName)
{
    public string? Version { get; init; }
    public string? If { get; init; }
}
