using System.Collections.Immutable;

namespace Slipway.Workflows.Running.Runs;

/// <summary>
/// Compiler servers of a job's own, for those that it leaves are ended with it: one that another job uses by then would
/// fail that job.
/// </summary>
public static class JobServers
{
    /// <summary>What tells them from others: another value in each job, which changes nothing of what they compile.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["MSBUILDNODEHANDSHAKESALT", "SharedCompilationId"];

    /// <param name="job">Unlike any other job's.</param>
    internal static ImmutableSortedDictionary<string, string> WithServersOf(
        this ImmutableSortedDictionary<string, string> environment,
        string job
    ) => environment.SetItems(Variables.Select(name => KeyValuePair.Create(name, job)));
}
