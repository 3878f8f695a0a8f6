using System.Text.Json.Serialization;

namespace Slipway.Images;

/// <summary>How an image is run, and what it is made of (OCI image-spec 1.1, config.md).</summary>
public sealed record ImageConfiguration
{
    /// <summary>RFC 3339, UTC.</summary>
    [JsonPropertyName("created"), JsonPropertyOrder(0)]
    public string? Created { get; init; }

    [JsonPropertyName("architecture"), JsonPropertyOrder(1)]
    public required string Architecture { get; init; }

    [JsonPropertyName("os"), JsonPropertyOrder(2)]
    public required string Os { get; init; }

    [JsonPropertyName("config"), JsonPropertyOrder(3)]
    public ContainerConfiguration? Config { get; init; }

    [JsonPropertyName("rootfs"), JsonPropertyOrder(4)]
    public required RootFileSystem RootFileSystem { get; init; }

    [JsonPropertyName("history"), JsonPropertyOrder(5)]
    public IReadOnlyList<HistoryEntry>? History { get; init; }

    /// <summary>A label's value; null when the image has none of that name.</summary>
    public string? Label(string name) => Config?.Labels?.GetValueOrDefault(name);
}

/// <summary>What a runtime starts. <see cref="Healthcheck"/> is Docker's extension; other runtimes ignore it.</summary>
public sealed record ContainerConfiguration
{
    [JsonPropertyName("User"), JsonPropertyOrder(0)]
    public string? User { get; init; }

    /// <summary>Keys are <c>port/protocol</c>; the values are empty objects.</summary>
    [JsonPropertyName("ExposedPorts"), JsonPropertyOrder(1)]
    public IReadOnlyDictionary<string, EmptyObject>? ExposedPorts { get; init; }

    /// <summary><c>NAME=value</c>.</summary>
    [JsonPropertyName("Env"), JsonPropertyOrder(2)]
    public IReadOnlyList<string>? Env { get; init; }

    [JsonPropertyName("Entrypoint"), JsonPropertyOrder(3)]
    public IReadOnlyList<string>? Entrypoint { get; init; }

    [JsonPropertyName("Cmd"), JsonPropertyOrder(4)]
    public IReadOnlyList<string>? Cmd { get; init; }

    [JsonPropertyName("Volumes"), JsonPropertyOrder(5)]
    public IReadOnlyDictionary<string, EmptyObject>? Volumes { get; init; }

    [JsonPropertyName("WorkingDir"), JsonPropertyOrder(6)]
    public string? WorkingDirectory { get; init; }

    [JsonPropertyName("Labels"), JsonPropertyOrder(7)]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    [JsonPropertyName("StopSignal"), JsonPropertyOrder(8)]
    public string? StopSignal { get; init; }

    [JsonPropertyName("Healthcheck"), JsonPropertyOrder(9)]
    public DockerHealthcheck? Healthcheck { get; init; }
}

/// <summary>Docker's health check: <c>Test</c> begins with <c>CMD</c> (exec form); durations are nanoseconds.</summary>
public sealed record DockerHealthcheck
{
    [JsonPropertyName("Test"), JsonPropertyOrder(0)]
    public required IReadOnlyList<string> Test { get; init; }

    [JsonPropertyName("Interval"), JsonPropertyOrder(1)]
    public long Interval { get; init; }

    [JsonPropertyName("Timeout"), JsonPropertyOrder(2)]
    public long Timeout { get; init; }

    [JsonPropertyName("StartPeriod"), JsonPropertyOrder(3)]
    public long StartPeriod { get; init; }

    [JsonPropertyName("Retries"), JsonPropertyOrder(4)]
    public int Retries { get; init; }
}

/// <summary>The layers' digests before compression, lowest first.</summary>
public sealed record RootFileSystem
{
    [JsonPropertyName("type"), JsonPropertyOrder(0)]
    public string Type { get; init; } = "layers";

    [JsonPropertyName("diff_ids"), JsonPropertyOrder(1)]
    public required IReadOnlyList<Digest> DiffIds { get; init; }
}

/// <summary>Where a layer comes from.</summary>
public sealed record HistoryEntry
{
    [JsonPropertyName("created"), JsonPropertyOrder(0)]
    public string? Created { get; init; }

    [JsonPropertyName("created_by"), JsonPropertyOrder(1)]
    public string? CreatedBy { get; init; }

    [JsonPropertyName("comment"), JsonPropertyOrder(2)]
    public string? Comment { get; init; }

    [JsonPropertyName("empty_layer"), JsonPropertyOrder(3)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EmptyLayer { get; init; }
}

/// <summary>Go's <c>struct{}</c>, which stands for a member of a set.</summary>
public sealed record EmptyObject;
