using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>The table at the end: each target, how it ended, how long it took, and what it had to say.</summary>
internal static class Summary
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    public static void Write(INukeBuild build)
    {
        var nameWidth = Math.Max(build.ExecutionPlan.Select(x => x.Name.Length).DefaultIfEmpty().Max() + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;
        var total = new TimeSpan(build.ExecutionPlan.Sum(x => x.Duration.Ticks));

        Host.Debug();
        Host.Debug('═'.Repeat(width));
        Host.Information(Line("Target", "Status", "Duration"));
        Host.Debug('─'.Repeat(width));
        foreach (var target in build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective))
            Screen.WriteLine(
                Line(target.Name, target.Status.ToString(), DurationOf(target)) + InformationOf(target),
                StyleOf(target.Status)
            );
        Host.Debug('─'.Repeat(width));
        Host.Information(Line("Total", "", Format(total)));
        Host.Debug('═'.Repeat(width));

        string Line(string name, string status, string duration) =>
            name.PadRight(nameWidth) + status.PadRight(StatusWidth) + duration.PadLeft(DurationWidth);
    }

    /// <summary>Minutes and seconds, such as <c>1:05</c>.</summary>
    public static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";

    private static string DurationOf(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted
            ? Format(target.Duration)
            : "";

    private static string InformationOf(ExecutableTarget target) =>
        target.SummaryInformation.Count > 0
            ? "   // " + target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}").JoinCommaSpace()
            : "";

    private static Style StyleOf(ExecutionStatus status) =>
        status switch
        {
            ExecutionStatus.Succeeded => Style.Success,
            ExecutionStatus.Aborted or ExecutionStatus.NotRun => Style.Warning,
            ExecutionStatus.Failed => Style.Error,
            _ => Style.Debug,
        };
}
