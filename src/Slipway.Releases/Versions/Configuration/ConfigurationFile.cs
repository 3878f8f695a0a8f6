namespace Slipway.Releases;

/// <summary>Which file decides: the directory's own, else that of the repository's root.</summary>
static class ConfigurationFile
{
    static readonly string[] Names = ["GitVersion.yml", "GitVersion.yaml", ".GitVersion.yml", ".GitVersion.yaml"];

    /// <summary>Null: there is none.</summary>
    /// <param name="directory">Where the version is asked for; its file beats the root's.</param>
    /// <param name="root">The working tree's root.</param>
    /// <param name="named">A file that somebody named, relative to the one or the other; null for the usual names.</param>
    /// <exception cref="ReleaseException">The named file is not there.</exception>
    public static string? Find(string directory, string root, string? named)
    {
        if (named is not null)
            return new[] { Path.Combine(directory, named), Path.Combine(root, named) }.FirstOrDefault(File.Exists)
                ?? throw new ReleaseException(
                    $"The configuration file {named} is neither in {directory} nor in {root}: name one that is there."
                );
        return In(directory) ?? In(root);
    }

    static string? In(string directory)
    {
        if (!Directory.Exists(directory))
            return null;
        var files = Directory
            .EnumerateFiles(
                directory,
                "*GitVersion.y*",
                new EnumerationOptions
                {
                    MatchCasing = MatchCasing.CaseInsensitive,
                    AttributesToSkip = FileAttributes.None,
                }
            )
            .ToList();
        return Names
            .Select(name =>
                files.Find(file => string.Equals(Path.GetFileName(file), name, StringComparison.OrdinalIgnoreCase))
            )
            .FirstOrDefault(file => file is not null);
    }
}
