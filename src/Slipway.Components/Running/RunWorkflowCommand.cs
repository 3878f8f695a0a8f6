using Nuke.Common.IO;
using Serilog;
using Slipway.Components.Changelogs;
using Slipway.Components.Shipping;
using Slipway.Reporting;
using Slipway.Reporting.Terminal;
using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Components.Running;

/// <summary>Runs a workflow, shows it, and says what came of it.</summary>
static class RunWorkflowCommand
{
    /// <exception cref="BuildException">A job failed or was cancelled, or a parameter is wrong.</exception>
    public static async Task RunAsync(IRunWorkflow build)
    {
        if (build.Parallel is < 1)
            throw new BuildException($"--parallel is how many jobs run at once, 1 or more, not {build.Parallel}.");
        var repository = await RepositoryState.ReadAsync(build.RootDirectory, Interrupt.Token);
        var name = Path.GetFileNameWithoutExtension(build.Workflow!);
        var options = new RunOptions
        {
            Repository = repository,
            Workflow = build.Workflow!,
            Event = build.Event,
            Inputs = Inputs(build.Input ?? []),
            Parallel = build.Parallel ?? Environment.ProcessorCount,
            Approved = build.Approved ?? [],
            Results = build.RunsDirectory / name,
            Memory = build.TemporaryDirectory / "runs",
        };
        // Found out while the run begins: it is asked for by the first checkout.
        var compiled = CompiledBuild.HandOverAsync(repository, Interrupt.Token);
        using var view = new RunView(RunRecord.Of(build), ConsoleKind.SinkForConsole, TimeProvider.System);
        using var approvals = new PersonApproves(build, view);
        RunReport report;
        try
        {
            report = await WorkflowRunner.RunAsync(
                options,
                new RunPorts
                {
                    Values = new BuildValues(build),
                    Approvals = approvals,
                    Services = new ServicesHere(),
                    Observer = view,
                    Variables = SharedCache(build),
                    HandOver = async checkout => (await compiled)(checkout),
                },
                Interrupt.Token
            );
        }
        finally
        {
            view.End();
        }
        Tell(build, report);
    }

    /// <summary>Clean checkouts know what this one has found out, and hand on what they find out.</summary>
    static Dictionary<string, string> SharedCache(IRunWorkflow build)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (build is IHazCache cached)
            variables[$"NUKE_{nameof(IHazCache.Cache).ToUpperInvariant()}"] = cached.CacheDirectory;
        if (build is IHazCache { NoCache: true })
            variables[$"NUKE_{nameof(IHazCache.NoCache).ToUpperInvariant()}"] = "true";
        return variables;
    }

    internal static IReadOnlyDictionary<string, string> Inputs(IEnumerable<string> given)
    {
        var inputs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in given)
        {
            if (pair.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new BuildException($"--input takes NAME=VALUE, not '{pair}'.");
            if (!inputs.TryAdd(name, value))
                throw new BuildException($"--input gives '{name}' twice.");
        }
        return inputs;
    }

    static void Tell(IRunWorkflow build, RunReport report)
    {
        if (build.Json)
            JsonOutput.Write(ReportJson.Write(RunJson.Of(report)));
        var counts = report
            .Jobs.GroupBy(job => job.Conclusion)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.Word()}");
        Log.Information(
            "{Workflow:l}, {Event:l}: {Counts:l} in {Duration:l}. Summary: {Summary:l}",
            report.Workflow,
            report.Event,
            string.Join(", ", counts),
            DurationText.Of(report.Duration),
            build.Shown((AbsolutePath)report.SummaryFile)
        );
        build.ReportSummary(_ => _.With("Jobs", string.Join(", ", counts)));
        var failed = report.Jobs.Where(job => job is { Conclusion: Conclusion.Failure, IsTolerated: false }).ToList();
        switch (report.Conclusion)
        {
            case Conclusion.Waiting:
                var waiting = report.Jobs.Select(job => job.WaitsFor).OfType<string>().Distinct(StringComparer.Ordinal);
                RunRecord.Of(build).NextCommand = NextCommand(build, [.. (build.Approved ?? []), .. waiting]);
                break;
            case Conclusion.Failure:
                // No errors of this build's own, which it would repeat at its end.
                foreach (var line in failed.SelectMany(job => job.Telling.Select(line => $"{job.Title} | {line}")))
                    Log.Information("{Line:l}", line);
                throw new BuildException(
                    $"{report.Workflow}: {string.Join("; ", failed.Select(job => Why(build, job)))}."
                );
            case Conclusion.Cancelled:
                throw new BuildException($"{report.Workflow} was cancelled: {string.Join(", ", counts)}.");
        }
    }

    static string Why(IRunWorkflow build, JobReport job) =>
        job.Log is { } log
            ? $"{job.Title} failed ({job.Reason}), its log: {build.Shown((AbsolutePath)log)}"
            : $"{job.Title} failed: {job.Reason}";

    static string NextCommand(IRunWorkflow build, IReadOnlyList<string> approved)
    {
        IEnumerable<string> parts =
        [
            "./build.sh Run",
            $"--workflow {build.Workflow}",
            .. build.Event is { } started ? [$"--event {started}"] : Array.Empty<string>(),
            .. build.Input is { Length: > 0 } inputs
                ? [$"--input {string.Join(' ', inputs.Select(Quoted))}"]
                : Array.Empty<string>(),
            .. build.Parallel is { } parallel ? [$"--parallel {parallel}"] : Array.Empty<string>(),
            $"--approved {string.Join(' ', approved.Select(Quoted))}",
        ];
        return string.Join(' ', parts);
    }

    /// <summary>As a shell reads it.</summary>
    static string Quoted(string text) =>
        text.All(character =>
            char.IsAsciiLetterOrDigit(character) || "-_=./:@,+".Contains(character, StringComparison.Ordinal)
        )
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
