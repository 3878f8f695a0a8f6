using Npgsql;
using Slipway.Databases.Copies;
using Slipway.Delivery;
using Slipway.Delivery.State;
using Slipway.Testing;
using static Slipway.Databases.Tests.PostgresQueries;

namespace Slipway.Databases.Tests.Copies;

public sealed class PostgresServerTests : IAsyncLifetime
{
    readonly TempDirectory _directory = new();
    ThrowawayPostgres? _postgres;

    public async Task InitializeAsync()
    {
        if (PostgresHere.IsThere)
            _postgres = await PostgresHere.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        _directory.Dispose();
    }

    [SkippableFact]
    public async Task A_scratch_database_is_empty_and_gone_when_it_is_disposed_of()
    {
        PostgresHere.Require();
        var server = Server("production");

        await using (var scratch = await server.CreateAsync(CancellationToken.None))
        {
            (await scratch.ReadAsync(CancellationToken.None)).Should().BeEmpty();
            scratch.Settings["Connection"].Should().Contain(scratch.Name);
            Directory.Exists(scratch.Data).Should().BeTrue();
            (await ScratchesAsync()).Should().Be("1");
        }

        (await ScratchesAsync()).Should().Be("0");
    }

    [SkippableFact]
    public async Task What_a_killed_run_has_left_is_swept_connections_and_all_and_another_environments_is_let_be()
    {
        PostgresHere.Require();
        var left = await Server("production").CreateAsync(CancellationToken.None);
        await using var anothers = await Server("staging").CreateAsync(CancellationToken.None);
        await using var holder = new NpgsqlConnection(left.Settings["Connection"]);
        await holder.OpenAsync();

        await Server("production").SweepAsync(CancellationToken.None);

        (await AskAsync(_postgres!.ConnectionString, $"SELECT count(*) FROM pg_database WHERE datname = '{left.Name}'"))
            .Should()
            .Be("0");
        (await ScratchesAsync()).Should().Be("1");
        Directory.Exists(left.Data).Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_role_that_may_not_create_databases_is_told_what_it_needs()
    {
        PostgresHere.Require();
        await AskAsync(_postgres!.ConnectionString, "CREATE ROLE plain LOGIN PASSWORD 'dummy-word'");
        var plain = new NpgsqlConnectionStringBuilder(_postgres.ConnectionString)
        {
            Username = "plain",
            Password = "dummy-word",
        };

        var creating = () => Server("production", plain.ConnectionString).CreateAsync(CancellationToken.None);

        (await creating.Should().ThrowAsync<DeliveryException>())
            .Which.Message.Should()
            .Contain("ALTER ROLE … CREATEDB")
            .And.NotContain("dummy-word");
    }

    PostgresServer Server(string environment, string? connection = null) =>
        new(
            "Connection",
            PostgresAddress.Parse(connection ?? _postgres!.ConnectionString, "Connection"),
            Environment(environment)
        );

    EnvironmentDirectory Environment(string name)
    {
        var environment = new StateDirectory(_directory.Path).Environment(name);
        environment.Create();
        return environment;
    }

    Task<string?> ScratchesAsync() =>
        AskAsync(
            _postgres!.ConnectionString,
            "SELECT count(*) FROM pg_database WHERE datname LIKE 'slipway_scratch_%'"
        );
}
