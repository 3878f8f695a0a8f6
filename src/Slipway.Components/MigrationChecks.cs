using Serilog;
using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Sql;
using Slipway.Releases;

namespace Slipway.Components;

/// <summary>The backend's migrations, judged by their text.</summary>
static class MigrationChecks
{
    const string Name = "Migrations";

    /// <exception cref="BuildException">One of them must not ship; the findings are logged.</exception>
    public static void Run(ICompileBackend build) =>
        RunRecord
            .Of(build)
            .Check(Name, build.Backend.Migrations, "the backend has none", directories => Check(build, directories));

    static string Check(ICompileBackend build, IReadOnlyDictionary<SqlDialect, string> directories)
    {
        var scripts = directories.Select(at => Read(build, at.Value, at.Key)).ToList();
        var judgments = scripts.SelectMany(MigrationLint.Judge).ToList();
        var findings = judgments
            .SelectMany(judgment => judgment.Findings)
            .Concat(MigrationOrder.Check(scripts))
            .Concat(Released(build, directories.Values))
            .ToList();
        foreach (var finding in findings)
            Log.Error("{Finding:l}", finding);
        if (findings.Count > 0)
            throw new BuildException($"Migrations: {FindingCount.Of(findings.Count)}, listed above.");

        var allowed = judgments.Sum(judgment => judgment.Risks.Count(risk => risk.Allowed is not null));
        return $"{judgments.Count} scripts keep the rules" + (allowed == 0 ? "" : $", {allowed} waived");
    }

    /// <exception cref="BuildException">The directory is not there.</exception>
    public static IReadOnlyList<MigrationScript> Read(ICompileBackend build, string directory, SqlDialect dialect)
    {
        try
        {
            return MigrationScript.ReadAll(build.RootDirectory, directory, dialect);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new BuildException(
                $"There is no directory {directory}, where Backend.Migrations says that the {dialect} migrations are.",
                missing
            );
        }
    }

    static IEnumerable<MigrationFinding> Released(ICompileBackend build, IEnumerable<string> directories) =>
        build.Revision.Tag is not { } tag
            ? []
            : MigrationOrder.CheckReleased(
                tag,
                directories.SelectMany(directory =>
                    ReleasedFiles.ChangedSinceAsync(build.RootDirectory, tag, directory).GetAwaiter().GetResult()
                )
            );
}
