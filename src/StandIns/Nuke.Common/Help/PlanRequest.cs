using System.Diagnostics;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary><c>--plan</c>: writes the plan as a page, opens it where there is a browser, and runs no target.</summary>
internal sealed class PlanRequest(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 10;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        if (!build.Plan)
            return;

        var page = NukeBuild.TemporaryDirectory / "execution-plan.html";
        File.WriteAllText(page, PlanPage.Render(executableTargets, executionPlan));

        Host.Information("Targets in the order in which they would run:");
        foreach (var target in executionPlan)
            Host.Debug($"  {target.Name}");
        Host.Information($"Execution plan: {page}");
        Open(page);
        throw new BuildExitException();
    }

    private static void Open(AbsolutePath page)
    {
        if (!HasBrowser())
            return;

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            Host.Warning($"No browser could be started: {exception.Message}");
        }
    }

    // On Linux there is one only where there is a screen.
    private static bool HasBrowser() =>
        !OperatingSystem.IsLinux()
        || EnvironmentInfo.HasVariable("DISPLAY", allowEmpty: false)
        || EnvironmentInfo.HasVariable("WAYLAND_DISPLAY", allowEmpty: false);
}
