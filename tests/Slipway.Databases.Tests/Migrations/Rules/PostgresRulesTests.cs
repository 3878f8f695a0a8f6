using Npgsql;
using Slipway.Databases.Migrations.Rules;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Tests.Migrations.Rules;

/// <summary>What the rules say is what a real server does.</summary>
public sealed class PostgresRulesTests(PostgresRulesTests.Server server) : IClassFixture<PostgresRulesTests.Server>
{
    public static TheoryData<BadExample> Bad => [.. PostgresExamples.Bad];

    public static TheoryData<BadExample, string> Failing
    {
        get
        {
            var data = new TheoryData<BadExample, string>();
            foreach (var (example, state) in PostgresExamples.Failing)
                data.Add(example, state);
            return data;
        }
    }

    public static TheoryData<string> Good => [.. PostgresExamples.Good];

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_statement_breaks_its_rule_and_no_other(BadExample example) =>
        Judgments.RulesBrokenBy(example.Sql).Should().Equal(example.Rule);

    [Theory]
    [MemberData(nameof(Failing))]
    public void A_statement_that_fails_breaks_its_rule_and_no_other(BadExample example, string state)
    {
        state.Should().NotBeEmpty();
        Judgments.RulesBrokenBy(example.Sql).Should().Equal(example.Rule);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_statement_breaks_none(string sql) => Judgments.RulesBrokenBy(sql).Should().BeEmpty();

    [SkippableTheory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_statement_takes_the_lock_and_rewrites_as_its_rule_says(BadExample example)
    {
        await using var session = await server.BeginAsync();
        var before = await session.FileAsync(example.On);

        await session.ExecuteAsync(example.Sql);

        if (example.Lock is { } expected)
            (await session.StrongestLockAsync(example.On, before.Oid)).Should().Be(expected);
        if (example.Rewrites)
            (await session.FileAsync(example.On)).Node.Should().NotBe(before.Node);
    }

    [SkippableTheory]
    [MemberData(nameof(Failing))]
    public async Task A_statement_that_is_said_to_fail_does(BadExample example, string state)
    {
        await using var session = await server.BeginAsync();

        var failure = await session.Awaiting(s => s.ExecuteAsync(example.Sql)).Should().ThrowAsync<PostgresException>();

        failure.Which.SqlState.Should().Be(state);
    }

    [SkippableTheory]
    [MemberData(nameof(Good))]
    public async Task A_good_statement_writes_no_table_anew(string sql)
    {
        await using var session = await server.BeginAsync();
        var before = await session.FileAsync("photos");

        await session.ExecuteAsync(sql);

        (await session.FileAsync("photos")).Should().Be(before);
    }

    [Fact]
    public void Each_rule_has_an_example()
    {
        string[] elsewhere = ["lock-timeout", "transaction-control"];
        MigrationRules
            .Of(SqlDialect.PostgreSql)
            .Select(rule => rule.Id)
            .Should()
            .BeSubsetOf(
                PostgresExamples
                    .Bad.Concat(PostgresExamples.Failing.Select(failing => failing.Example))
                    .Select(example => example.Rule)
                    .Concat(elsewhere)
            );
    }

    /// <summary>One server and one database with the schema for all of them.</summary>
    public sealed class Server : IAsyncLifetime
    {
        ThrowawayPostgres? _server;
        string? _database;

        public async Task InitializeAsync()
        {
            if (!PostgresHere.IsThere)
                return;
            _server = await PostgresHere.StartAsync();
            _database = await _server.CreateDatabaseAsync("rules");
            await PostgresQueries.AskAsync(_database, Gallery.Postgres);
        }

        public async Task DisposeAsync()
        {
            if (_server is not null)
                await _server.DisposeAsync();
        }

        internal async Task<Session> BeginAsync()
        {
            PostgresHere.Require();
            return await Session.BeginAsync(_database!);
        }
    }

    /// <summary>A transaction that is undone.</summary>
    internal sealed class Session(NpgsqlConnection connection) : IAsyncDisposable
    {
        /// <summary>From the weakest to the strongest (PostgreSQL's documentation, "Explicit Locking").</summary>
        static readonly string[] s_modes =
        [
            "AccessShareLock",
            "RowShareLock",
            "RowExclusiveLock",
            "ShareUpdateExclusiveLock",
            "ShareLock",
            "ShareRowExclusiveLock",
            "ExclusiveLock",
            "AccessExclusiveLock",
        ];

        public static async Task<Session> BeginAsync(string database)
        {
            var connection = new NpgsqlConnection(database + ";Pooling=false");
            await connection.OpenAsync();
            await connection.BeginTransactionAsync();
            return new Session(connection);
        }

        public async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        /// <summary>The relation and the file that its rows are in; nothing while there is none of the name.</summary>
        public async Task<(uint Oid, uint Node)> FileAsync(string relation)
        {
            await using var command = new NpgsqlCommand(
                "SELECT oid, relfilenode FROM pg_class WHERE oid = to_regclass($1)",
                connection
            );
            command.Parameters.Add(new NpgsqlParameter { Value = relation });
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? (reader.GetFieldValue<uint>(0), reader.GetFieldValue<uint>(1)) : default;
        }

        /// <param name="oid">Of the relation when it has that name no more.</param>
        public async Task<string> StrongestLockAsync(string relation, uint oid)
        {
            var found = await FileAsync(relation);
            await using var command = new NpgsqlCommand(
                "SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation = $1",
                connection
            );
            command.Parameters.Add(
                new NpgsqlParameter<uint>
                {
                    TypedValue = found.Oid == 0 ? oid : found.Oid,
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid,
                }
            );
            await using var reader = await command.ExecuteReaderAsync();
            var strongest = -1;
            while (await reader.ReadAsync())
                strongest = Math.Max(strongest, Array.IndexOf(s_modes, reader.GetString(0)));
            return strongest < 0 ? "none" : s_modes[strongest];
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
