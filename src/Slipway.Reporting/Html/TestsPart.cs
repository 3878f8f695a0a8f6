namespace Slipway.Reporting.Html;

/// <summary>The test suites, and every failure in full.</summary>
static class TestsPart
{
    static readonly string[] Columns = ["Suite", "Passed", "Failed", "Skipped", "Took"];

    public static Markup Of(DeployReportModel model) =>
        model.Tests is not { Count: > 0 } suites
            ? Section.NotRun("Tests")
            : Section.Of(
                "Tests",
                Markup.Of($"{Section.Table(Columns, suites.Select(Row))}{suites.SelectMany(Failures)}"),
                Markup.Of(
                    $"{suites.Sum(suite => suite.Passed)} passed, {suites.Sum(suite => suite.Failures.Count)} failed"
                )
            );

    static Markup Row(ReportSuite suite) =>
        Markup.Of(
            $"""
            <tr><td>{suite.Name}</td>
            <td class="number">{suite.Passed}</td>
            <td class="number{Bad(suite.Failures.Count)}">{suite.Failures.Count}</td>
            <td class="number">{suite.Skipped}</td>
            <td class="number">{DurationText.Of(suite.Duration)}</td></tr>
            """
        );

    static string Bad(int count) => count > 0 ? " bad" : "";

    static IEnumerable<Markup> Failures(ReportSuite suite) =>
        suite.Failures.Select(failure =>
            Markup.Of(
                $"""<details open="open" class="failure"><summary>{failure.Test}</summary><pre>{failure.Message}</pre></details>"""
            )
        );
}
