// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>ReportGenerator makes readable reports of coverage files.</summary>
[NuGetTool(Id = PackageId, Executable = PackageExecutable)]
public class ReportGeneratorTasks : ToolTasks, IRequireNuGetPackage
{
    public const string PackageId = "ReportGenerator";
    public const string PackageExecutable = "ReportGenerator.dll|ReportGenerator.exe";

    /// <summary>The variable REPORTGENERATOR_EXE, else the tool of the package.</summary>
    public static string ReportGeneratorPath
    {
        get => new ReportGeneratorTasks().GetToolPathInternal();
        set => new ReportGeneratorTasks().SetToolPath(value);
    }

    /// <summary>Runs it with any arguments.</summary>
    public static IReadOnlyCollection<Output> ReportGenerator(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    ) =>
        new ReportGeneratorTasks().Run(
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            exitHandler
        );

    /// <inheritdoc cref="ReportGeneratorTasks"/>
    public static IReadOnlyCollection<Output> ReportGenerator(ReportGeneratorSettings options = null) =>
        new ReportGeneratorTasks().Run(options);

    /// <inheritdoc cref="ReportGeneratorTasks"/>
    public static IReadOnlyCollection<Output> ReportGenerator(Configure<ReportGeneratorSettings> configurator) =>
        new ReportGeneratorTasks().Run(configurator(new ReportGeneratorSettings()));
}
