using System.Globalization;

namespace Slipway.Verification.Coverage;

/// <summary>Whether enough lines are covered.</summary>
public abstract record CoverageVerdict
{
    CoverageVerdict() { }

    /// <summary>One line for the log.</summary>
    public abstract string Summary { get; }

    /// <summary>The threshold holds, or none was asked for.</summary>
    public abstract bool Holds { get; }

    /// <summary>The total reaches the threshold.</summary>
    public sealed record Met(CoverageReport Report, double Threshold) : CoverageVerdict
    {
        public override bool Holds => true;

        public override string Summary => Total(Report, Threshold);
    }

    /// <summary>The total is below the threshold.</summary>
    /// <param name="Files">The files below it, the worst first.</param>
    public sealed record Below(CoverageReport Report, double Threshold, IReadOnlyList<FileCoverage> Files)
        : CoverageVerdict
    {
        public override bool Holds => false;

        public override string Summary => $"{Total(Report, Threshold)}: {Files.Count} files fall short";
    }

    /// <summary>There is no line to judge. Under a threshold that is an error: a test run that measured nothing proves nothing.</summary>
    public sealed record NotChecked(double Threshold, string Why) : CoverageVerdict
    {
        public override bool Holds => Threshold <= 0;

        public override string Summary => $"coverage not checked: {Why}";
    }

    /// <param name="threshold">The least share of lines that must be covered, 0 to 100; 0 asks for nothing.</param>
    public static CoverageVerdict Of(CoverageReport report, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 100);
        if (report.Lines == 0)
            return new NotChecked(threshold, "no coverage was measured");
        if (report.Percent >= threshold)
            return new Met(report, threshold);
        return new Below(report, threshold, [.. report.WorstFirst.Where(file => file.Percent < threshold)]);
    }

    /// <summary>Rounded down: 84.99 under a threshold of 85 must not read 85.0.</summary>
    static string Total(CoverageReport report, double threshold) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"coverage {Math.Floor(report.Percent * 10) / 10:0.0} % of {report.Lines} lines, threshold {threshold:0.#} %"
        );
}
