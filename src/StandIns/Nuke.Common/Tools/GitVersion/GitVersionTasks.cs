// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>GitVersion makes the version of the history.</summary>
[NuGetTool(Id = PackageId, Executable = PackageExecutable)]
public class GitVersionTasks : ToolTasks, IRequireNuGetPackage
{
    public const string PackageId = "GitVersion.Tool";
    public const string PackageExecutable = "GitVersion.dll|GitVersion.exe";

    /// <summary>The variable GITVERSION_EXE, else the tool of the package.</summary>
    public static string GitVersionPath
    {
        get => new GitVersionTasks().GetToolPathInternal();
        set => new GitVersionTasks().SetToolPath(value);
    }

    /// <inheritdoc cref="GitVersionTasks"/>
    public static (GitVersion Result, IReadOnlyCollection<Output> Output) GitVersion(
        GitVersionSettings options = null
    ) => new GitVersionTasks().Run<GitVersionSettings, GitVersion>(options);

    /// <inheritdoc cref="GitVersionTasks"/>
    public static (GitVersion Result, IReadOnlyCollection<Output> Output) GitVersion(
        Configure<GitVersionSettings> configurator
    ) => new GitVersionTasks().Run<GitVersionSettings, GitVersion>(configurator(new GitVersionSettings()));

    protected override object GetResult<T>(ToolOptions options, IReadOnlyCollection<Output> output) =>
        GitVersionJson.Read(output.EnsureOnlyStd().StdToText());
}
