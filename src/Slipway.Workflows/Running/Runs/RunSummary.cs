using System.Globalization;
using System.Text;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Running.Runs;

/// <summary>The run in Markdown, as GitHub shows it on its page: a table of jobs, then what each job says of itself.</summary>
static class RunSummary
{
    public static string Of(string workflow, string commit, string started, IReadOnlyList<JobReport> jobs)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# {workflow}: {started} at {commit[..Math.Min(10, commit.Length)]}\n\n"
        );
        text.Append("| job | result | time | |\n|---|---|---:|---|\n");
        foreach (var job in jobs)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(job.Title)} | {Word(job)} | {Time(job)} | {Cell(job.Reason ?? job.Url ?? "")} |\n"
            );
        }
        foreach (var job in jobs.Where(job => job.Summary.Trim().Length > 0))
            text.Append(CultureInfo.InvariantCulture, $"\n## {job.Title}\n\n{job.Summary.Trim()}\n");
        return text.ToString();
    }

    static string Word(JobReport job) =>
        job switch
        {
            { Conclusion: Conclusion.Failure, IsTolerated: true } => "failure, tolerated",
            { WasDoneBefore: true } => $"{job.Conclusion.Word()}, before",
            _ => job.Conclusion.Word(),
        };

    static string Time(JobReport job) =>
        job.Log is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{job.Duration.TotalSeconds:0.0} s");

    static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
