namespace Slipway.Verification.Coverage;

/// <summary>The coverage of all files, whichever test covered a line.</summary>
/// <param name="Files">Sorted by name.</param>
public sealed record CoverageReport(IReadOnlyList<FileCoverage> Files)
{
    public int Covered => Files.Sum(file => file.Covered);

    public int Lines => Files.Sum(file => file.Lines);

    /// <summary>0 to 100, over all lines; 0 when there is none.</summary>
    public double Percent => Lines == 0 ? 0 : 100.0 * Covered / Lines;

    /// <summary>The lowest share first; of equals, the one with more missed lines.</summary>
    public IEnumerable<FileCoverage> WorstFirst =>
        Files
            .OrderBy(file => file.Percent)
            .ThenByDescending(file => file.Missed)
            .ThenBy(file => file.File, StringComparer.Ordinal);
}
