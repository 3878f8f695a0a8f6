namespace Slipway.Reporting.Html;

/// <summary>The coverage of each file, the worst first.</summary>
static class CoveragePart
{
    static readonly string[] Columns = ["File", "", "Covered", "Lines"];

    /// <summary>So many files are shown at once; the others unfold.</summary>
    const int ShownAtOnce = 15;

    public static Markup Of(DeployReportModel model)
    {
        if (model.Coverage is not { Files.Count: > 0 } coverage)
            return Section.NotRun("Coverage");
        ReportFile[] files =
        [
            .. coverage
                .Files.OrderBy(file => file.Percent)
                .ThenByDescending(file => file.Lines)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
        return Section.Of(
            "Coverage",
            Markup.Of($"{Table(files.Take(ShownAtOnce), coverage)}{Others(files, coverage)}"),
            Markup.Of($"{Total(files)} of lines, threshold {coverage.Threshold:0.#} %")
        );
    }

    static string Total(ReportFile[] files) =>
        Percent(new ReportFile("", files.Sum(file => file.Covered), files.Sum(file => file.Lines)).Percent);

    static Markup Others(ReportFile[] files, ReportCoverage coverage) =>
        files.Length <= ShownAtOnce
            ? Markup.None
            : Markup.Of(
                $"<details><summary>{files.Length - ShownAtOnce} more files</summary>{Table(files.Skip(ShownAtOnce), coverage)}</details>"
            );

    static Markup Table(IEnumerable<ReportFile> files, ReportCoverage coverage) =>
        Section.Table(Columns, files.Select(file => Row(file, coverage.Threshold)));

    static Markup Row(ReportFile file, double threshold) =>
        Markup.Of(
            $"""
            <tr class="{(file.Percent < threshold ? "bad" : "good")}"><td class="file">{file.Name}</td>
            <td class="meter"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10" /><rect class="bar" width="{file.Percent:0.#}" height="10" /></svg></td>
            <td class="number">{Percent(file.Percent)}</td><td class="number">{file.Covered}/{file.Lines}</td></tr>
            """
        );

    /// <summary>Rounded down: a share below the threshold never reads like it.</summary>
    static string Percent(double percent) =>
        (Math.Floor(percent * 10) / 10).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + " %";
}
