using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>What a target says of itself, without NUKE. Other targets are named by their names.</summary>
/// <param name="Name">As on the command line: <c>TestSqlite</c>.</param>
public sealed record TargetFacts(string Name)
{
    public string? Description { get; init; }

    /// <summary>Without any it only groups what it depends on, and never is a job.</summary>
    public bool HasActions { get; init; } = true;

    /// <summary>What must run before it, and runs because of it.</summary>
    public ValueList<string> DependsOn { get; init; } = [];

    /// <summary>What runs before it if it runs at all.</summary>
    public ValueList<string> After { get; init; } = [];

    /// <summary>What runs after it, and because of it.</summary>
    public ValueList<string> Triggers { get; init; } = [];

    /// <summary>It runs even after another target has failed.</summary>
    public bool AssuredAfterFailure { get; init; }

    /// <summary>Others go on after it has failed; the whole fails nevertheless.</summary>
    public bool ProceedAfterFailure { get; init; }

    /// <summary>Files that it leaves: patterns with <c>/</c>, relative to the root.</summary>
    public ValueList<string> Produces { get; init; } = [];

    public ValueList<Consumption> Consumes { get; init; } = [];

    /// <summary>In how many parts it may run side by side; null is one.</summary>
    public int? Partitions { get; init; }

    public ValueList<PermissionNeed> Permissions { get; init; } = [];
    public ValueList<SecretUse> Secrets { get; init; } = [];
    public ValueList<TargetOutput> Outputs { get; init; } = [];

    /// <summary>It reads git's history, for example for the version.</summary>
    public bool NeedsHistory { get; init; }
}

/// <summary>Files of another target that are used.</summary>
/// <param name="Target">The target that produces them.</param>
/// <param name="Files">Patterns as in <see cref="TargetFacts.Produces"/>; what the other produces when empty.</param>
public sealed record Consumption(string Target, ValueList<string> Files);

/// <param name="Scope">GitHub's name of it, for example <c>contents</c>.</param>
/// <param name="Reason">For example <c>to push the tag</c>.</param>
public sealed record PermissionNeed(string Scope, Access Access, string Reason);

/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="IsJobToken">It is the token that GitHub makes for the job.</param>
public sealed record SecretUse(string Parameter, bool IsJobToken = false);

/// <param name="Name">For example <c>digest</c>.</param>
public sealed record TargetOutput(string Name, string Description);
