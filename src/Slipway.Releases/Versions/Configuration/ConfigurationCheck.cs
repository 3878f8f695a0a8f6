namespace Slipway.Releases;

/// <summary>What must hold between the parts of a configuration.</summary>
static class ConfigurationCheck
{
    /// <summary>The configuration, with <c>is-source-branch-for</c> turned into source branches.</summary>
    /// <exception cref="ReleaseException">A branch has no regex, or names a branch that is not configured.</exception>
    public static VersionConfiguration Checked(VersionConfiguration configuration, string? file)
    {
        var place = file ?? "The configuration";
        var branches = configuration.Branches.ToDictionary(
            branch => branch.Key,
            branch => branch.Value,
            StringComparer.Ordinal
        );
        foreach (var (name, rules) in configuration.Branches)
        {
            foreach (var target in rules.IsSourceBranchFor)
            {
                if (!branches.TryGetValue(target, out var child))
                    throw Missing(place, name, "is-source-branch-for", target);
                if (!child.SourceBranches.Contains(name, StringComparer.Ordinal))
                    branches[target] = child with { SourceBranches = [.. child.SourceBranches, name] };
            }
        }
        foreach (var (name, rules) in branches)
        {
            if (rules.Regex is null)
                throw new ReleaseException($"{place}: branches.{name} has no regex: say which branches it is about.");
            if (rules.SourceBranches.FirstOrDefault(source => !branches.ContainsKey(source)) is { } source)
                throw Missing(place, name, "source-branches", source);
        }
        return configuration with
        {
            Branches =
            [
                .. configuration.Branches.Select(branch => KeyValuePair.Create(branch.Key, branches[branch.Key])),
            ],
        };
    }

    /// <summary>Tried at once, as a regular expression is, with the prefix and the format that count in the end.</summary>
    /// <exception cref="ReleaseException">It is no version; with its line.</exception>
    public static void NextVersion(VersionConfiguration configuration, ConfigurationValue value)
    {
        if (value.Text is not { Length: > 0 } text)
            return;
        if (!new VersionText(configuration.TagPrefix, configuration.Format).TryRead(text, out _))
            throw value.Wrong(
                $"'{value.Key}' is '{text}', which is no version",
                $"write it as a tag would be, with the prefix '{configuration.TagPrefix}' and three numbers"
            );
    }

    static ReleaseException Missing(string place, string name, string key, string target) =>
        new(
            $"{place}: branches.{name}.{key} names '{target}', which is not configured: add it to branches, or remove it."
        );
}
