namespace Slipway.Images;

/// <summary>What an image is made from. Equal values and equal contents give equal digests.</summary>
public sealed record ImageSpec
{
    /// <summary>Name and tag of the image. It is not part of its digest.</summary>
    public required ImageReference Reference { get; init; }

    /// <summary>The published application: everything in it becomes the layer.</summary>
    public required string ContentDirectory { get; init; }

    /// <summary>The application's name, as people know it.</summary>
    public required string Title { get; init; }

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>The commit's full id.</summary>
    public required string Revision { get; init; }

    /// <summary>The commit's time: the only time that an image holds.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Where the sources are: a URL without credentials; null leaves the label out.</summary>
    public string? Source { get; init; }

    /// <summary>The command, exec form.</summary>
    public required IReadOnlyList<string> Entrypoint { get; init; }

    /// <summary>Where the application lies in the image, and its working directory; absolute.</summary>
    public string WorkingDirectory { get; init; } = "/app";

    /// <summary>
    /// The user it runs as: a number, because an orchestrator can tell a number, not a name, from root. Not root.
    /// </summary>
    public string User { get; init; } = "64198";

    /// <summary>Variables of the process. Never a secret: anyone can read them in the image.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>TCP ports that it listens on.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    /// <summary>How Docker asks whether it is well; null: not at all.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>The image below; null makes an image that holds the application layer alone.</summary>
    public BaseImage? BaseImage { get; init; }

    public LayerCompression Compression { get; init; }

    /// <exception cref="ImageException">A value that cannot be built from; the message says which and why.</exception>
    internal void Validate()
    {
        if (Reference.Tag is null || Reference.Digest is not null)
            throw new ImageException($"An image is built for a name and a tag, without a digest: not '{Reference}'.");
        if (Entrypoint.Count == 0 || Entrypoint.Any(string.IsNullOrEmpty))
            throw new ImageException($"The image {Reference} needs an entry point: a command and its arguments.");
        if (!WorkingDirectory.StartsWith('/') || WorkingDirectory.Split('/').Any(part => part is "." or ".."))
            throw new ImageException($"The working directory must be absolute and plain: not '{WorkingDirectory}'.");
        if (User.Length == 0 || User.Split(':')[0] is "0" or "root")
            throw new ImageException($"The image {Reference} must not run as root: give a user id above 0.");
        if (Environment.Keys.FirstOrDefault(name => name.Length == 0 || name.Contains('=')) is { } variable)
            throw new ImageException($"'{variable}' is not a name of an environment variable.");
        if (Ports.FirstOrDefault(port => port is < 1 or > 65535, 1) is var port and (< 1 or > 65535))
            throw new ImageException($"{port} is not a port: it must be 1 to 65535.");
        if (Created.ToUnixTimeSeconds() < 0)
            throw new ImageException($"{Created:O} is no time for an image: it lies before 1970.");
        if (Uri.TryCreate(Source, UriKind.Absolute, out var source) && source.UserInfo.Length > 0)
            throw new ImageException(
                $"The image's source must not carry credentials: {source.Host}{source.AbsolutePath}."
            );
    }
}

/// <summary>Docker's health check.</summary>
/// <param name="Command">Exec form: an image may have no shell.</param>
public sealed record HealthCheck(IReadOnlyList<string> Command)
{
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long failures do not count after the start.</summary>
    public TimeSpan StartPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Failures in a row before the container counts as unhealthy.</summary>
    public int Retries { get; init; } = 3;

    internal DockerHealthcheck ToDocker() =>
        new()
        {
            Test = ["CMD", .. Command],
            Interval = Nanoseconds(Interval),
            Timeout = Nanoseconds(Timeout),
            StartPeriod = Nanoseconds(StartPeriod),
            Retries = Retries,
        };

    static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}

/// <summary>An image in an OCI layout on this machine, to put an application on.</summary>
/// <param name="LayoutDirectory">The directory with <c>oci-layout</c>.</param>
/// <param name="Reference">The entry's reference name; null where the layout has just one image.</param>
public sealed record BaseImage(string LayoutDirectory, string? Reference = null)
{
    /// <summary>Reads <c>directory</c> or <c>directory:reference</c>.</summary>
    /// <exception cref="ImageException">There is no such directory.</exception>
    public static BaseImage Parse(string text)
    {
        if (Directory.Exists(text))
            return new BaseImage(text);
        for (var colon = text.IndexOf(':'); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            if (Directory.Exists(text[..colon]))
                return new BaseImage(text[..colon], text[(colon + 1)..]);
        }

        throw new ImageException(
            $"The base image '{text}' is not there: name a directory with an OCI layout, and after a colon a reference in it."
        );
    }
}
