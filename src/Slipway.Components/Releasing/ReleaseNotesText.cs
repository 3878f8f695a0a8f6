using Slipway.Databases.Migrations;
using Slipway.Releases;
using Slipway.Releases.Compatibility;

namespace Slipway.Components.Releasing;

/// <summary>Gathers what a release's notes are written from.</summary>
static class ReleaseNotesText
{
    public static async Task<string> WriteAsync(
        IRelease build,
        IReleaseHost host,
        ReleaseFacts facts,
        CancellationToken cancellationToken
    )
    {
        var history = await ReleaseHistory.ReadAsync(
            build.RootDirectory,
            facts.LastTag,
            facts.Roll.Base,
            cancellationToken
        );
        return new ReleaseNotes
        {
            Version = facts.Roll.Version,
            Tag = facts.Tag,
            Section = facts.Changelog.Find(facts.Roll.Version)!,
            BreakingChanges = history.BreakingChanges,
            Migrations = await MigrationsAsync(build, facts.LastTag, cancellationToken),
            Image = facts.Image,
            IsSigned = facts.IsSigned,
            WhyUnsigned = facts.IsSigned ? null : "it was released with --unsigned",
            Allowances = await AllowancesAsync(build, facts.Roll, cancellationToken),
            Contributors = history.Contributors,
            LastTag = facts.LastTag,
            Repository = host.Repository.Page,
            Checksums = ReleaseContent.ChecksumsFile,
            SignedProvenance =
                facts.IsSigned && ReleaseAssets.Statements(build, facts.Image) is [var statement, ..]
                    ? ReleaseContent.SignedName(statement)
                    : null,
        }.ToMarkdown();
    }

    /// <summary>What <c>ValidateVersion --allow</c> has let pass on the commit that is released.</summary>
    static async Task<IReadOnlyList<StatedChoice>> AllowancesAsync(
        IRelease build,
        RollCommit roll,
        CancellationToken cancellationToken
    ) =>
        build is IValidateVersion judged
        && await Allowance.ReadAsync(judged.Allowances, roll.Base, roll.Version, cancellationToken) is { } allowed
            ?
            [
                new StatedChoice(
                    $"{allowed.Version} after {allowed.Last}, whose changes need {allowed.Least}",
                    allowed.Reason
                ),
            ]
            : [];

    /// <summary>Those that came since the release before; null: the backend has no migrations.</summary>
    static async Task<IReadOnlyList<IncludedMigration>?> MigrationsAsync(
        IRelease build,
        string? lastTag,
        CancellationToken cancellationToken
    )
    {
        if (build.Backend.Migrations is not { } directories)
            return null;
        var included = new List<IncludedMigration>();
        foreach (var (dialect, directory) in directories)
        {
            var added = lastTag is null
                ? null
                : await ReleasedFiles.AddedSinceAsync(build.RootDirectory, lastTag, directory, cancellationToken);
            included.AddRange(
                MigrationLint
                    .Judge(MigrationScript.ReadAll(build.RootDirectory, directory, dialect))
                    .Where(judged => added?.Contains(judged.Script.File, StringComparer.Ordinal) is not false)
                    .Select(judged => new IncludedMigration(
                        $"{judged.Script.Name} ({dialect})",
                        PhaseOf(judged.Head),
                        [.. judged.Risks.Select(risk => risk.ToString())]
                    ))
            );
        }

        return included;
    }

    static string? PhaseOf(MigrationHead? head) =>
        head?.Phase switch
        {
            MigrationPhase.Expand => "expand",
            MigrationPhase.Contract => "contract",
            _ => null,
        };
}
