namespace Slipway.Releases;

/// <summary>A version, where it is from and why.</summary>
public sealed class CalculatedVersion
{
    readonly Lazy<VersionExplanation> _explanation;

    internal CalculatedVersion(VersionVariables variables, Func<VersionExplanation> explain)
    {
        Variables = variables;
        _explanation = new Lazy<VersionExplanation>(explain);
    }

    public VersionVariables Variables { get; }

    /// <summary>Put into words when it is asked for: most callers want the version alone.</summary>
    public VersionExplanation Explanation => _explanation.Value;

    public required DateTimeOffset CommitTime { get; init; }

    /// <summary>Null when HEAD is detached and nothing says which branch it stands for.</summary>
    public required string? Branch { get; init; }

    /// <summary>Nobody names the branch: it is concluded from the history, or null.</summary>
    public required bool IsDetached { get; init; }

    /// <summary>The highest version that is tagged below the commit; null for none.</summary>
    public required string? Tag { get; init; }
}
