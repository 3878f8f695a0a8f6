namespace Slipway.Delivery.Environments;

/// <summary>
/// One HTTP question to a revision and what a sound one answers. It runs against the idle slot before the switch and
/// through the public address after it. It is part of the plan, so it holds no secret.
/// </summary>
public sealed record SmokeCheck
{
    /// <summary>In <see cref="JsonEquals"/>: the version of the revision being deployed.</summary>
    public const string WantedVersion = "{version}";

    /// <summary>In <see cref="JsonEquals"/>: the commit of the revision being deployed.</summary>
    public const string WantedCommit = "{commit}";

    public string Method { get; init; } = "GET";

    /// <summary>Path and query, beginning with a slash.</summary>
    public required string Path { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Text that the body holds; null: any body.</summary>
    public string? BodyContains { get; init; }

    /// <summary>
    /// Values of the body read as JSON, by property name (dots go deeper): <c>version</c> → <c>{version}</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> JsonEquals { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Seconds until an unanswered check has failed.</summary>
    public int LimitSeconds { get; init; } = 10;

    public static SmokeCheck Get(string path) => new() { Path = path };
}
