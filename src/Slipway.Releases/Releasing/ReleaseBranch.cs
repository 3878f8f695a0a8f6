namespace Slipway.Releases;

/// <summary>From where a release may be made.</summary>
public enum ReleaseBranch
{
    /// <summary>The line that production runs.</summary>
    Main,

    /// <summary><c>hotfix/*</c>: what production runs, with one thing put right, ahead of main.</summary>
    Hotfix,

    /// <summary><c>support/*</c>: an older line that some still run, and production does not.</summary>
    Support,
}

/// <summary>Reads a branch's name.</summary>
public static class ReleaseBranches
{
    /// <param name="branch">Null: HEAD is detached.</param>
    /// <returns>Null: no release is made from there.</returns>
    public static ReleaseBranch? Of(string? branch) =>
        branch switch
        {
            "main" or "master" => ReleaseBranch.Main,
            not null when branch.StartsWith("hotfix/", StringComparison.Ordinal) => ReleaseBranch.Hotfix,
            not null when branch.StartsWith("support/", StringComparison.Ordinal) => ReleaseBranch.Support,
            _ => null,
        };
}
