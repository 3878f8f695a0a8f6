using System.Runtime.Versioning;
using Npgsql;
using Slipway.Databases;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Databases;

[UnsupportedOSPlatform("windows")]
public sealed class PostgresGalleryTests : GalleryTests, IAsyncLifetime
{
    ThrowawayPostgres? _postgres;
    string _missing = "";

    public async Task InitializeAsync()
    {
        try
        {
            _postgres = await ThrowawayPostgres.StartAsync(new PostgresOptions());
        }
        catch (PostgresUnavailableException missing)
        {
            _missing = missing.Message;
        }
    }

    public async Task DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    private protected override async Task<LocalSite> SiteAsync()
    {
        Servers.Require(_postgres is not null, _missing);
        var connection = await _postgres!.CreateDatabaseAsync("gallery");
        return new LocalSite(spec => TinyGallery.Environment(spec, connection));
    }

    private protected override async Task<int> ScratchesAsync()
    {
        await using var connection = new NpgsqlConnection(_postgres!.ConnectionString);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(
            "SELECT count(*)::int FROM pg_database WHERE datname LIKE 'slipway_scratch_%'",
            connection
        );
        return (int)(await count.ExecuteScalarAsync())!;
    }
}
