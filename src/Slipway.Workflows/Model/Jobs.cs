namespace Slipway.Workflows.Model;

public abstract record Job
{
    public string? Name { get; init; }

    /// <summary>The ids of the jobs that must be over, well, before this one starts.</summary>
    public ValueList<string> Needs { get; init; } = [];

    /// <summary>An expression, with or without its <c>${{ }}</c>.</summary>
    public string? If { get; init; }

    public Permissions? Permissions { get; init; }
    public Concurrency? Concurrency { get; init; }
    public Strategy? Strategy { get; init; }
    public string? Comment { get; init; }
}

/// <summary>A job of steps, on a runner.</summary>
public sealed record RunnerJob : Job
{
    public required RunsOn RunsOn { get; init; }

    /// <summary>GitHub's default is six hours.</summary>
    public Expressible<int>? TimeoutMinutes { get; init; }

    /// <summary>How long the job's end may take once it is cancelled; GitHub's default is five minutes.</summary>
    public Expressible<int>? CancelTimeoutMinutes { get; init; }

    public Expressible<bool>? ContinueOnError { get; init; }
    public DeploymentEnvironment? Environment { get; init; }
    public Container? Container { get; init; }
    public ValueMap<Container> Services { get; init; } = [];
    public ValueMap<string> Env { get; init; } = [];
    public Defaults? Defaults { get; init; }
    public ValueMap<string> Outputs { get; init; } = [];
    public required ValueList<Step> Steps { get; init; }
    public Snapshot? Snapshot { get; init; }
}

/// <summary>A job that is another workflow.</summary>
public sealed record CallJob : Job
{
    public required ActionReference Uses { get; init; }

    /// <summary>The called workflow's inputs: strings, numbers and booleans.</summary>
    public ValueMap<Value> With { get; init; } = [];

    public CallSecrets? Secrets { get; init; }
}

/// <summary>What a called workflow gets of its caller's secrets.</summary>
/// <param name="Inherit">All of them.</param>
public sealed record CallSecrets(bool Inherit, ValueMap<Value> Values)
{
    public static CallSecrets InheritAll { get; } = new(true, []);

    public static CallSecrets Of(ValueMap<Value> values) => new(false, values);
}
