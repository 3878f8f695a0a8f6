using Serilog;
using Slipway.Databases.Migrations;
using Slipway.Releases;
using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.OpenApi;
using Slipway.Reporting;
using Slipway.Reporting.Html;

namespace Slipway.Components.Compatibility;

/// <summary>Gathers what has changed since the last release, judges it, and says so.</summary>
static class VersionValidation
{
    public const string Name = "Version";

    /// <exception cref="BuildException">The version says less than its changes, and nobody has allowed it.</exception>
    public static async Task RunAsync(IValidateVersion build)
    {
        if (build.Allow is { } reason && string.IsNullOrWhiteSpace(reason))
            throw new BuildException("--allow needs a reason, which the release's notes state: --allow \"why\".");
        var version = RunRecord.Of(build).JudgedVersion = Judged(build);
        var release = await LastRelease.FindBeforeAsync(build.RootDirectory);
        var verdict = new BumpVerdict(
            release?.Version,
            version,
            release is null ? [] : await GatherAsync(build, release)
        );
        var allowed = verdict.Holds ? null : build.Allow;
        if (build.Json)
            JsonOutput.Write(BumpReport.Of(verdict, allowed).ToJson());
        else
            Show(verdict, release);
        await JudgeAsync(build, verdict, allowed);
    }

    /// <summary>The same version was judged of the same commit, and holds: nothing needs to be allowed any more.</summary>
    public static void Again(IValidateVersion build)
    {
        RunRecord.Of(build).JudgedVersion = Judged(build);
        Allowance.Withdraw(build.Allowances, build.Revision.Commit);
    }

    static SemanticVersion Judged(IValidateVersion build) => build.GivenVersion ?? build.Revision.Release;

    static async Task<IReadOnlyList<Evidence>> GatherAsync(IValidateVersion build, LastRelease release) =>
        [
            CommitEvidence.Of(await CommitsAsync(build, release)),
            await OpenApiAsync(build, release),
            await PackedProjects.CompareAsync(build, release),
            await MigrationsAsync(build, release),
        ];

    static async Task<IReadOnlyList<Commit>> CommitsAsync(IValidateVersion build, LastRelease release)
    {
        var commits = new List<Commit>();
        await foreach (
            var commit in History.CommitsAsync(build.RootDirectory, HistoryRange.Since($"refs/tags/{release.Tag}"))
        )
            commits.Add(commit);
        return commits;
    }

    static async Task<Evidence> OpenApiAsync(IValidateVersion build, LastRelease release) =>
        build.Backend.OpenApi is not { } source
            ? Evidence.NotChecked(OpenApiEvidence.Name, "the backend describes none")
            : OpenApiEvidence.Of(
                release.Tag,
                source.KeptFile,
                await release.ReadFileAsync(build.RootDirectory, source.KeptFile),
                OpenApiText.PrintKept(build, source)
            );

    static async Task<Evidence> MigrationsAsync(IValidateVersion build, LastRelease release)
    {
        if (build.Backend.Migrations is not { } directories)
            return Evidence.NotChecked(MigrationEvidence.Name, "the backend has none");
        var judgments = new List<MigrationJudgment>();
        var released = new List<string>();
        foreach (var (dialect, directory) in directories)
        {
            judgments.AddRange(MigrationLint.Judge(MigrationChecks.Read(build, directory, dialect)));
            released.AddRange(await release.FilesAsync(build.RootDirectory, directory));
        }

        return MigrationEvidence.Of(judgments, released);
    }

    static void Show(BumpVerdict verdict, LastRelease? release)
    {
        if (release is null)
        {
            Log.Information(
                "{Version:l}: there is no release before it, so that it may be any version",
                verdict.Version
            );
            return;
        }

        BumpTable.Of(verdict).WriteToConsole();
        if (verdict.Evidence.Any(evidence => evidence.Findings.Count > 0))
        {
            Console.WriteLine();
            BumpTable.Findings(verdict).WriteToConsole();
        }

        if (verdict.Evidence.All(evidence => !evidence.IsChecked))
            Log.Warning("Nothing could be compared with {Tag:l}", release.Tag);
    }

    static async Task JudgeAsync(IValidateVersion build, BumpVerdict verdict, string? allowed)
    {
        var says = Says(verdict);
        if (verdict.Holds)
        {
            if (build.Allow is not null)
                Log.Warning("--allow was not needed: nothing is recorded");
            Allowance.Withdraw(build.Allowances, build.Revision.Commit);
            RunRecord.Of(build).Checks.Add(new ReportCheck(Name, StageOutcome.Succeeded, says));
            Log.Information("{Check:l}: {Says:l}", Name, says);
            return;
        }

        var needs = $"{says}, and its changes need {verdict.Least} or more";
        if (allowed is null)
        {
            RunRecord.Of(build).Checks.Add(new ReportCheck(Name, StageOutcome.Failed, needs));
            throw new BuildException(
                $"{needs}: {verdict.Unsaid.Count} of them, listed above. Raise the version, or say why it is right all the same: --allow \"why\"."
            );
        }

        await new Allowance(
            build.Revision.Commit,
            verdict.Version.ToString(),
            verdict.Last!.ToString(),
            verdict.Least!.ToString(),
            allowed.Trim(),
            verdict.Unsaid
        ).WriteAsync(build.Allowances);
        var judged = $"{needs}; allowed, because {allowed.Trim()}";
        RunRecord.Of(build).Checks.Add(new ReportCheck(Name, StageOutcome.Succeeded, judged));
        Log.Warning("{Check:l}: {Judged:l}", Name, judged);
    }

    static string Says(BumpVerdict verdict) =>
        verdict.Last is null
            ? $"{verdict.Version} is the first release"
            : $"{verdict.Version} says {(verdict.Bump == Bump.None ? "nothing new" : BumpTable.Text(verdict.Bump))} after {verdict.Last}";
}
