using Nuke.Common.Tooling;
using Serilog.Events;

namespace Nuke.Common.Tests.Tooling;

/// <summary>A tool like those of the package; tests say which executable it is.</summary>
[PathTool(Executable = "sample-tool-of-the-tests")]
[LogLevelPattern(LogEventLevel.Warning, "^warning:")]
public class SampleTasks : ToolTasks
{
    public static IReadOnlyCollection<Output> Sample(SampleSettings options) => new SampleTasks().Run(options);

    public static IReadOnlyCollection<(SampleSettings Options, IReadOnlyCollection<Output> Output)> Sample(
        CombinatorialConfigure<SampleSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(Sample, degreeOfParallelism, completeOnFailure);
}
