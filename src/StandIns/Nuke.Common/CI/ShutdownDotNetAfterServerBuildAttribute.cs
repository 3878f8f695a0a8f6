// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common.CI;

/// <summary>Ends the compiler servers that the build has started, which would keep a CI server's job from ending.</summary>
public class ShutdownDotNetAfterServerBuildAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    private const int LimitInMilliseconds = 15_000;

    public override float Priority => -50;

    /// <summary>Whether the command and its output are logged.</summary>
    public bool EnableLogging { get; set; }

    public void OnBuildFinished()
    {
        if (!Build.IsServerBuild || Build.IsInterceptorExecution)
            return;

        ToolResolver
            .GetEnvironmentOrPathTool("dotnet")
            .Invoke(
                $"build-server shutdown",
                timeout: LimitInMilliseconds,
                logOutput: EnableLogging,
                logInvocation: EnableLogging
            );
    }
}
