namespace Slipway.Verification.Coverage;

/// <summary>How many of a file's lines that can be covered are.</summary>
/// <param name="File">From the repository's root, with forward slashes.</param>
public sealed record FileCoverage(string File, int Covered, int Lines)
{
    public int Missed => Lines - Covered;

    /// <summary>0 to 100; a file without such lines is wholly covered.</summary>
    public double Percent => Lines == 0 ? 100 : 100.0 * Covered / Lines;
}
