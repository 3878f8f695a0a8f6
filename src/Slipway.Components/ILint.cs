using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Releases;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>What can be judged without running anything.</summary>
public interface ILint : ICompileBackend
{
    /// <summary>The analyzers run in the compiler, warnings are errors: compiling is a part of this.</summary>
    Target Lint =>
        _ =>
            _.Description("Formatting, analyzers and the changelog's form")
                .DependsOn(Compile)
                .Executes(() =>
                {
                    DotNetToolRestore(_ => _.Quietly(this, "tool-restore"));
                    DotNet(
                        "csharpier check .",
                        workingDirectory: RootDirectory,
                        logOutput: false,
                        logInvocation: false,
                        exitHandler: Quiet.Handler(this, "format")
                    );
                    Log.Information("Formatting: as CSharpier writes it");

                    var changelog = RootDirectory / "CHANGELOG.md";
                    var findings = Changelog.Parse(changelog.ReadAllText()).Check();
                    foreach (var finding in findings)
                        Log.Error("{Finding:l}", finding);
                    if (findings.Count > 0)
                        throw new BuildException($"CHANGELOG.md: {findings.Count} findings, listed above.");
                    Log.Information("Changelog: as Keep a Changelog has it");
                });
}
