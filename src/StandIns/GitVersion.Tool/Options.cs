namespace GitVersion;

/// <summary>What a command line asks for.</summary>
sealed record Options
{
    public bool IsHelp { get; init; }
    public bool IsVersion { get; init; }
    public string TargetPath { get; init; } = Environment.CurrentDirectory;
    public string? ConfigurationFile { get; init; }
    public string? Branch { get; init; }
    public string? Commit { get; init; }
    public IReadOnlyList<KeyValuePair<string, string>> Overrides { get; init; } = [];
    public bool ShowConfiguration { get; init; }
    public string? ShowVariable { get; init; }

    /// <summary>A template of variables, as in <c>{Major}.{Minor}</c>.</summary>
    public string? Format { get; init; }

    public IReadOnlyList<OutputKind> Outputs { get; init; } = [];
    public string OutputFile { get; init; } = "GitVersion.json";
}

enum OutputKind
{
    Json,
    File,
    BuildServer,
    DotEnv,
}
