using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit;

/// <summary>One thing that a hardened workflow does not do.</summary>
public abstract class AuditRule
{
    /// <summary>As zizmor calls it, where zizmor has it.</summary>
    public abstract string Name { get; }

    /// <summary>What an attacker or an accident makes of it.</summary>
    public abstract string Reason { get; }

    /// <summary>What to do instead.</summary>
    public abstract string Remedy { get; }

    /// <summary>OpenSSF Scorecard's check about the same, if there is one.</summary>
    public virtual string? Scorecard => null;

    internal abstract IEnumerable<Breach> Check(Workflow workflow);
}

/// <param name="Path">The place, for example <c>jobs.build.steps[0].run</c>.</param>
/// <param name="Message">What is wrong there.</param>
readonly record struct Breach(string Path, string Message);
