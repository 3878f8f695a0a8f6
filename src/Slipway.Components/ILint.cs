using Nuke.Common;
using Serilog;
using Slipway.Components.Ci;
using Slipway.Components.Compatibility;
using Slipway.Releases;
using Slipway.Verification.Documents;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>What can be judged without running anything.</summary>
public interface ILint : ICompileBackend
{
    /// <summary>The analyzers run in the compiler, warnings are errors: compiling is a part of this.</summary>
    Target Lint =>
        _ =>
            _.Description(
                    "Formatting, analyzers, changelog, the documents' links, migrations, the API's description, workflows"
                )
                .DependsOn(Compile)
                .Produces(ChecksDirectory / "*.json")
                // The history: a migration that was released must not change, and the description has the version.
                .Cached(this, _ => _.Files("**").History().Produces(OpenApiText.Written(this)))
                .Runs(() =>
                {
                    RunRecord.Of(this).Check("Formatting", CheckFormatting);
                    RunRecord.Of(this).Check("Changelog", CheckChangelog);
                    RunRecord.Of(this).Check(CheckList.Documents, CheckDocuments);
                    MigrationChecks.Run(this);
                    OpenApiChecks.Run(this);
                    WorkflowChecks.Run(this);
                });

    private string CheckFormatting()
    {
        DotNetToolRestore(_ => _.Quietly(this, "tool-restore"));
        DotNet(
            "csharpier check .",
            workingDirectory: RootDirectory,
            logOutput: false,
            logInvocation: false,
            exitHandler: Quiet.Handler(this, "format")
        );
        return Said("Formatting", "as CSharpier writes it");
    }

    private string CheckChangelog()
    {
        var changelog = Changelog.ReadAsync(RootDirectory / "CHANGELOG.md").GetAwaiter().GetResult();
        var findings = changelog.Check();
        foreach (var finding in findings)
            Log.Error("{Finding:l}", finding);
        return findings.Count == 0
            ? Said("Changelog", "as Keep a Changelog has it")
            : throw new BuildException($"CHANGELOG.md: {FindingCount.Of(findings.Count)}, listed above.");
    }

    private string CheckDocuments()
    {
        var report = DocumentCheck.Run(RootDirectory);
        foreach (var finding in report.Findings)
            Log.Error("{Finding:l}", finding);
        return report.Findings.Count == 0
            ? Said(CheckList.Documents, $"{report.Links} links in {report.Files} files lead somewhere")
            : throw new BuildException($"Documents: {report.Findings.Count} links lead nowhere, listed above.");
    }

    private static string Said(string check, string found)
    {
        Log.Information("{Check:l}: {Found:l}", check, found);
        return found;
    }
}
