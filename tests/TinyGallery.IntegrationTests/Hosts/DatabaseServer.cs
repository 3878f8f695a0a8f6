using Slipway.Databases;
using Slipway.Testing;

namespace TinyGallery.IntegrationTests.Hosts;

/// <summary>
/// Where this run's databases live: SQLite files, or one real PostgreSQL, as <c>TINYGALLERY_TEST_DATABASE</c> says
/// (sqlite, which is the default, or postgres).
/// </summary>
public sealed class DatabaseServer : IAsyncLifetime
{
    readonly TempDirectory _directory = new();
    ThrowawayPostgres? _postgres;
    string? _shared;
    int _count;

    public static bool IsPostgres { get; } =
        Environment.GetEnvironmentVariable("TINYGALLERY_TEST_DATABASE") switch
        {
            null or "" or "sqlite" => false,
            "postgres" => true,
            var other => throw new InvalidOperationException(
                $"TINYGALLERY_TEST_DATABASE is \"{other}\"; it takes sqlite or postgres."
            ),
        };

    public async Task InitializeAsync()
    {
        if (IsPostgres)
            _postgres = await ThrowawayPostgres.StartAsync(new PostgresOptions());
    }

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection, as <c>ConnectionStrings__Gallery</c> takes it.</returns>
    public async Task<string> CreateAsync()
    {
        var name = $"gallery_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        return _postgres is null
            ? $"Data Source={_directory[name + ".db"]}"
            : await _postgres.CreateDatabaseAsync(name);
    }

    /// <summary>One database for all tests to which it does not matter what others leave in it.</summary>
    public async Task<string> SharedAsync() => _shared ??= await CreateAsync();

    public async Task DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        _directory.Dispose();
    }
}

/// <summary>All classes share one server; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseCollection : ICollectionFixture<DatabaseServer>
{
    public const string Name = "database";
}
