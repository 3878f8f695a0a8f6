namespace Slipway.Releases;

/// <summary>Makes of a calculated version what this repository's builds carry.</summary>
static class CommitVersionReader
{
    /// <summary>An image's tag has at most 128 characters; the version's other parts need their share.</summary>
    const int LongestLabel = 60;

    public static async Task<CommitVersion> ReadAsync(VersionRequest request, CancellationToken cancellationToken)
    {
        var calculated = await VersionCalculation.RunAsync(request, cancellationToken);
        var isDirty = calculated.Variables.UncommittedChanges > 0;
        return new CommitVersion(
            Version(calculated.Variables, isDirty),
            calculated.Variables.Sha,
            calculated.CommitTime,
            calculated.Branch,
            isDirty,
            calculated.Tag
        )
        {
            IsDetached = calculated.IsDetached,
        };
    }

    /// <summary>GitVersion's version, made valid where it is not: it lets a label be <c>007</c>, and any length.</summary>
    static string Version(VersionVariables variables, bool isDirty)
    {
        var preRelease = Label(variables.PreReleaseLabel) is { Length: > 0 } label
            ? $"{label}.{variables.PreReleaseNumber}".TrimEnd('.')
            : variables.PreReleaseTag;
        var version = preRelease.Length == 0 ? variables.MajorMinorPatch : $"{variables.MajorMinorPatch}-{preRelease}";
        var build = string.Join(
            '.',
            new[] { $"{variables.BuildMetaData}", isDirty ? "dirty" : "" }.Where(part => part.Length > 0)
        );
        return build.Length == 0 ? version : $"{version}+{build}";
    }

    static string Label(string label)
    {
        if (label.Length == 0)
            return label;
        label = label[..Math.Min(label.Length, LongestLabel)].Trim('-', '.');
        // Digits alone would be a number, which may not begin with 0 and would sort before every word.
        return label.All(char.IsAsciiDigit) ? $"branch-{label}".TrimEnd('-') : label;
    }
}
