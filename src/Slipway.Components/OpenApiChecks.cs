using Serilog;
using Slipway.Components.Compatibility;
using Slipway.Reporting;
using Slipway.Reporting.Html;

namespace Slipway.Components;

/// <summary>The kept description of the HTTP API is the one that the code gives.</summary>
static class OpenApiChecks
{
    const string Name = "HTTP API";

    /// <exception cref="BuildException">It is another one.</exception>
    public static void Run(ICompileBackend build)
    {
        var record = RunRecord.Of(build);
        if (build.Backend.OpenApi is not { } source)
        {
            Log.Information("{Check:l}: not checked, the backend describes none", Name);
            record.Checks.Add(new ReportCheck(Name, StageOutcome.Skipped, "not checked: the backend describes none"));
            return;
        }

        record.Check(Name, () => Check(build, source));
    }

    static string Check(ICompileBackend build, OpenApiSource source)
    {
        OpenApiText.PrintKept(build, source);
        var found = $"as {source.KeptFile} has it";
        Log.Information("{Check:l}: {Found:l}", Name, found);
        return found;
    }
}
