using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Images;
using Slipway.Platforms.Local.Tests.Support;

namespace Slipway.Proofs.Sites;

/// <summary>TinyGallery as it is shipped: the environment it runs in, and images of what was published.</summary>
static class Gallery
{
    const string KeyHash = "Gallery__ApiKeySha256";
    const string Connection = "ConnectionStrings__Gallery";

    /// <summary>Made for this run: nobody else's.</summary>
    public static string ApiKey { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What <c>Image</c> has published; without the build, what the compiler has left.</summary>
    static string Content { get; } =
        Environment.GetEnvironmentVariable("SLIPWAY_PROOFS_CONTENT") is { Length: > 0 } published
            ? published
            : Path.GetFullPath(
                Path.Combine(
                    AppContext.BaseDirectory,
                    "../../TinyGallery.Api",
                    Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))
                )
            );

    /// <param name="connection">PostgreSQL; null: SQLite in the environment's data directory.</param>
    public static EnvironmentSpec In(EnvironmentSpec spec, StrategyCase strategy, string? connection)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            [KeyHash] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey))),
        };
        if (connection is not null)
            settings[Connection] = connection;
        return spec with
        {
            Strategy = strategy.Strategy,
            Instances = strategy.Instances,
            Service = new ServiceContract(),
            Settings = settings,
            SmokeChecks = [SmokeCheck.Get("/health/ready"), SmokeCheck.Get("/api/albums")],
            DrainTimeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>The same, its database backed up and its migrations rehearsed before each deployment migrates it.</summary>
    public static EnvironmentSpec BackedUp(EnvironmentSpec spec, StrategyCase strategy, string? connection) =>
        In(spec, strategy, connection) with
        {
            // All images here have the same migrations. One that does not tell is backed up and rehearsed all the same.
            Service = new ServiceContract { PendingMigrationsArguments = [] },
            Backups = new BackupPolicy(),
            Database = connection is null ? new SqliteFile("{data}/gallery.db") : new PostgresConnection(Connection),
        };

    /// <summary>The same as another process has made it.</summary>
    public static EnvironmentSpec BackedUp(
        EnvironmentSpec spec,
        StrategyCase strategy,
        IReadOnlyDictionary<string, string> settings
    ) => BackedUp(spec, strategy, ConnectionOf(settings)) with { Settings = settings };

    /// <summary>An environment of this backend has such settings.</summary>
    public static bool Knows(IReadOnlyDictionary<string, string> settings) => settings.ContainsKey(KeyHash);

    /// <summary>Null: SQLite.</summary>
    public static string? ConnectionOf(IReadOnlyDictionary<string, string> settings) =>
        settings.GetValueOrDefault(Connection);

    public static IReadOnlyList<Revision> PushAll(LocalSite site, string directory, int count) =>
        [.. Enumerable.Range(1, count).Select(number => Push(site.Store, directory, site.Spec, number))];

    /// <summary>
    /// The n-th image: the same program under another version, so another digest, and a deployment of it is a real one.
    /// </summary>
    public static Revision Push(OciStore store, string directory, EnvironmentSpec environment, int number)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{number}.0.0");
        var reference = ImageReference.Parse($"tinygallery:{version}");
        var layout = Path.Combine(directory, $"gallery-{number}");
        var commit = number.ToString("x40", CultureInfo.InvariantCulture);
        var image = ImageBuilder.Build(
            new ImageSpec
            {
                Reference = reference,
                ContentDirectory = Content,
                Title = "TinyGallery",
                Version = version,
                Revision = commit,
                Created = DateTimeOffset.UnixEpoch,
                Entrypoint = ["dotnet", "/app/TinyGallery.Api.dll"],
            },
            layout
        );
        store.Push(layout, reference);
        return new Revision(image.Digest.ToString(), version, commit, Dirty: false, environment.ConfigurationDigest);
    }
}
