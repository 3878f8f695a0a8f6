using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Slipway.Components.Ci;

/// <summary>
/// On a build: at the end of a run in GitHub Actions, writes what it found to the job's summary, the page that people open
/// first. Elsewhere nothing happens.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JobSummaryAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    public void OnBuildFinished()
    {
        if (JobSummary.File(Environment.GetEnvironmentVariable) is not { } file)
            return;
        var title = string.Join(' ', Build.InvokedTargets.Select(target => target.Name));
        JobSummary.Write(file, SummaryText.Of(title, RunRecord.Of(Build), Build.IsFailing, Build as IHazEnvironments));
    }
}

/// <summary>
/// The file that GitHub's runner names in <c>GITHUB_STEP_SUMMARY</c> (docs.github.com: "Adding a job summary"), in GitHub's
/// Markdown.
/// </summary>
static class JobSummary
{
    /// <summary>GitHub refuses a step's summary of more than 1 MiB, all of it.</summary>
    const int Largest = 1 << 19;

    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>Null: this run is no step of a job.</returns>
    public static AbsolutePath? File(Func<string, string?> variable) =>
        variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? (AbsolutePath)file : null;

    /// <summary>Adds to what other commands of the step wrote. A summary that cannot be written fails nothing.</summary>
    public static void Write(AbsolutePath file, string markdown)
    {
        try
        {
            System.IO.File.AppendAllText(file, Releases.Markdown.Cut(markdown, Largest) + "\n\n");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.Warning("The job's summary could not be written: {Why:l}", failure.Message);
        }
    }
}
