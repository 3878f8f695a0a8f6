using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>
/// What expressions read (docs.github.com/actions/reference/workflows-and-actions/contexts). One that is not there is
/// null to an expression, as on GitHub.
/// </summary>
public sealed record Contexts
{
    public MapValue GitHub { get; init; } = Values.Empty;
    public MapValue Env { get; init; } = Values.Empty;
    public MapValue Vars { get; init; } = Values.Empty;
    public MapValue Secrets { get; init; } = Values.Empty;

    /// <summary>By job id: <c>result</c> and <c>outputs</c>.</summary>
    public MapValue Needs { get; init; } = Values.Empty;

    /// <summary>The job's combination; null without a matrix.</summary>
    public MapValue? Matrix { get; init; }

    /// <summary><c>fail-fast</c>, <c>job-index</c>, <c>job-total</c>, <c>max-parallel</c>.</summary>
    public MapValue? Strategy { get; init; }

    public MapValue Inputs { get; init; } = Values.Empty;
    public MapValue Job { get; init; } = Values.Empty;
    public MapValue Runner { get; init; } = Values.Empty;

    /// <summary>By step id: <c>outputs</c>, <c>outcome</c>, <c>conclusion</c>.</summary>
    public MapValue Steps { get; init; } = Values.Empty;

    /// <summary>Only for the outputs of a workflow that is called.</summary>
    public MapValue? Jobs { get; init; }

    /// <param name="name">In any case.</param>
    internal Value Find(string name) =>
        name.ToLowerInvariant() switch
        {
            "github" => GitHub,
            "env" => Env,
            "vars" => Vars,
            "secrets" => Secrets,
            "needs" => Needs,
            "matrix" => Matrix ?? (Value)NullValue.Instance,
            "strategy" => Strategy ?? (Value)NullValue.Instance,
            "inputs" => Inputs,
            "job" => Job,
            "runner" => Runner,
            "steps" => Steps,
            "jobs" => Jobs ?? (Value)NullValue.Instance,
            _ => NullValue.Instance,
        };
}
