using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests;

/// <summary>The test assembly as a program: a build with a real engine around it.</summary>
static class Program
{
    static int Main(string[] arguments) =>
        Environment.GetEnvironmentVariable(WorkflowBuild.Mark) is null
            ? CachedBuild.Run()
            : WorkflowBuild.Start(arguments);
}
