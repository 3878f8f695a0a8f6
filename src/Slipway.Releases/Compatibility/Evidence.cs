namespace Slipway.Releases.Compatibility;

/// <summary>One thing that asks for a higher version.</summary>
/// <param name="Rule">The rule that says so: see docs/compatibility.md.</param>
/// <param name="Needs">What it needs from 1.0.0 on.</param>
/// <param name="Where">An operation and a JSON pointer, a file, a commit.</param>
public sealed record Finding(string Rule, Bump Needs, string Where, string What);

/// <summary>What one kind of comparison with the last release has found.</summary>
/// <param name="Name">What was compared: <c>Commits</c>, <c>HTTP API</c>, …</param>
/// <param name="IsChecked">There was something to compare; else nothing is known, which is not the same as no change.</param>
/// <param name="Summary">What was found, or why nothing was compared, in a few words.</param>
public sealed record Evidence(string Name, bool IsChecked, string Summary, IReadOnlyList<Finding> Findings)
{
    public static Evidence NotChecked(string name, string why) => new(name, IsChecked: false, why, []);

    /// <summary>What the findings need together.</summary>
    public Bump Needs => Findings.Count == 0 ? Bump.None : Findings.Max(finding => finding.Needs);
}
