using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;
using static Nuke.Common.Tools.Git.GitTasks;

/// <summary>The variable DOTNET_EXE names a script that prints its arguments, one a line.</summary>
class Tools : Sample
{
    public static int Run() => Execute<Tools>(x => x.Succeeds);

    [PathVariable("sh")]
    readonly Tool Shell;

    [Parameter]
    [Secret]
    readonly string Password;

    AbsolutePath Project => RootDirectory / "src dir" / "App.csproj";

    Target Succeeds =>
        _ =>
            _.Executes(() =>
            {
                var output = Shell($"-c {"echo to-output; echo to-error >&2"}");
                foreach (var line in output.OrderBy(x => x.Type))
                    Say($"output {line.Type} {line.Text}");
            });

    Target Fails => _ => _.Executes(() => Shell($"-c {"echo before; exit 3"}"));

    Target Tolerated =>
        _ => _.Executes(() => Shell($"-c {"exit 3"}", exitHandler: process => Say($"exit code {process.ExitCode}")));

    Target Silent =>
        _ => _.Executes(() => Shell($"-c {"echo should-not-show"}", logOutput: false, logInvocation: false));

    Target Elsewhere =>
        _ =>
            _.Executes(() =>
            {
                var here = RootDirectory / "here";
                here.CreateDirectory();
                Say($"ran in {((AbsolutePath)Shell("-c pwd", workingDirectory: here).First().Text).Name}");
            });

    Target WithSecret => _ => _.Executes(() => Shell($"-c {"echo a word"} {Password:r}"));

    Target Interpolated =>
        _ =>
            _.Executes(() =>
            {
                Shell($"{RootDirectory / "print-arguments"} {"one"} {"two words"} {Project} {5}");
            });

    Target Build =>
        _ =>
            _.Executes(() =>
                DotNetBuild(x =>
                    x.SetProjectFile(Project)
                        .SetConfiguration("Release")
                        .EnableNoRestore()
                        .SetProperty("Version", "1.2.3")
                        .SetVerbosity(DotNetVerbosity.minimal)
                )
            );

    Target Test =>
        _ =>
            _.Executes(() =>
                DotNetTest(x =>
                    x.SetProjectFile(Project)
                        .SetNoBuild(true)
                        .SetFilter("Category=Fast")
                        .AddLoggers("trx;LogFileName=a.trx")
                        .SetResultsDirectory(RootDirectory / "results")
                        .SetDataCollector("XPlat Code Coverage")
                )
            );

    Target Publish =>
        _ =>
            _.Executes(() =>
                DotNetPublish(x =>
                    x.SetProject(Project)
                        .SetConfiguration("Release")
                        .SetOutput(RootDirectory / "out")
                        .SetSelfContained(false)
                        .When(_ => true, y => y.EnableNoBuild())
                )
            );

    Target Restore =>
        _ => _.Executes(() => DotNetRestore(x => x.SetProjectFile(Project).SetProperty("A", "b c").EnableForce()));

    Target Raw => _ => _.Executes(() => DotNet($"tool run {"my tool"} --no-logo"));

    Target EnvironmentOfTool =>
        _ =>
            _.Executes(() =>
                DotNetBuild(x => x.SetProjectFile(Project).SetProcessEnvironmentVariable("CONFORMANCE_SEEN", "yes"))
            );

    Target UsesGit => _ => _.Executes(() => Say($"git says {Git("--version").First().Text.Split(' ')[0]}"));

    Target GitState =>
        _ =>
            _.Executes(() =>
            {
                Tell("clean", GitHasCleanWorkingCopy());
                Tell("branch", GitCurrentBranch());
            });
}
