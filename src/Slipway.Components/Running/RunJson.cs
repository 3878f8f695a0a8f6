using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Components.Running;

/// <summary>A run for a program.</summary>
/// <param name="Conclusion">success, failure, cancelled or waiting.</param>
sealed record RunJson(
    string Workflow,
    string Commit,
    string Event,
    string Conclusion,
    double Seconds,
    string Summary,
    IReadOnlyList<RunJson.Entry> Jobs
)
{
    /// <param name="Seconds">Null: it did not run.</param>
    internal sealed record Entry(
        string Key,
        string Title,
        string Conclusion,
        string? Reason,
        double? Seconds,
        IReadOnlyList<string> Needs,
        string? Log,
        string? Url,
        IReadOnlyDictionary<string, string> Outputs,
        bool Tolerated,
        bool DoneBefore,
        string? WaitsFor
    );

    public static RunJson Of(RunReport report) =>
        new(
            report.Workflow,
            report.Commit,
            report.Event,
            report.Conclusion.Word(),
            report.Duration.TotalSeconds,
            report.SummaryFile,
            [
                .. report.Jobs.Select(job => new Entry(
                    job.Key,
                    job.Title,
                    job.Conclusion.Word(),
                    job.Reason,
                    job.Log is null ? null : job.Duration.TotalSeconds,
                    job.Needs,
                    job.Log,
                    job.Url,
                    job.Outputs,
                    job.IsTolerated,
                    job.WasDoneBefore,
                    job.WaitsFor
                )),
            ]
        );
}
