// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

/// <summary>The <c>git</c> command. What it says on its error stream is mostly progress, so it is logged as output.</summary>
[PathTool(Executable = PathExecutable)]
[LogErrorAsStandard]
public class GitTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "git";

    /// <summary>The variable GIT_EXE, else the first on the PATH.</summary>
    public static string GitPath
    {
        get => new GitTasks().GetToolPathInternal();
        set => new GitTasks().SetToolPath(value);
    }

    /// <summary>Runs <c>git</c> with any arguments.</summary>
    public static IReadOnlyCollection<Output> Git(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    ) =>
        new GitTasks().Run(
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            exitHandler
        );

    public static bool GitIsDetached() => GitIsDetached(workingDirectory: null);

    public static bool GitIsDetached(string workingDirectory) =>
        Git("branch --show-current", workingDirectory, logOutput: false).Count == 0;

    /// <summary>Whether nothing is changed, staged or untracked.</summary>
    public static bool GitHasCleanWorkingCopy() => GitHasCleanWorkingCopy(workingDirectory: null);

    /// <inheritdoc cref="GitHasCleanWorkingCopy()"/>
    public static bool GitHasCleanWorkingCopy(string workingDirectory) =>
        Git("status --short", workingDirectory, logOutput: false).Count == 0;

    /// <summary>The short name of the branch; <c>HEAD</c> when detached.</summary>
    public static string GitCurrentBranch() => GitCurrentBranch(workingDirectory: null);

    /// <inheritdoc cref="GitCurrentBranch()"/>
    public static string GitCurrentBranch(string workingDirectory) =>
        Git("rev-parse --abbrev-ref HEAD", workingDirectory, logOutput: false).Single().Text;

    /// <summary>The full id of the commit.</summary>
    public static string GitCurrentCommit() => GitCurrentCommit(workingDirectory: null);

    /// <inheritdoc cref="GitCurrentCommit()"/>
    public static string GitCurrentCommit(string workingDirectory) =>
        Git("rev-parse HEAD", workingDirectory, logOutput: false).Single().Text;
}
