using Slipway.Databases.Fingerprints;
using Slipway.Delivery.Databases;
using static Slipway.Databases.Tests.PostgresQueries;

namespace Slipway.Databases.Tests.Fingerprints;

public sealed class PostgresFingerprintTests : IAsyncLifetime
{
    ThrowawayPostgres? _postgres;
    int _databases;

    public async Task InitializeAsync()
    {
        if (PostgresHere.IsThere)
            _postgres = await PostgresHere.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    [SkippableFact]
    public async Task Every_table_of_every_schema_is_counted_and_summed_whatever_its_types()
    {
        PostgresHere.Require();

        var found = await OfAsync(
            """
            CREATE SCHEMA gallery;
            CREATE TABLE gallery.photos (id uuid PRIMARY KEY, taken timestamptz, tags text[], bytes bytea, price numeric);
            CREATE TABLE "an ""odd"" name" (id int, twice int GENERATED ALWAYS AS (id * 2) STORED);
            CREATE TABLE nothing ();
            CREATE VIEW seen AS SELECT 1;
            INSERT INTO gallery.photos SELECT gen_random_uuid(), now(), '{a,NULL}', repeat('x', 100000)::bytea, 1.50
            FROM generate_series(1, 300);
            INSERT INTO "an ""odd"" name" (id) VALUES (1), (NULL);
            """
        );

        found
            .Select(table => (table.Table, table.Rows))
            .Should()
            .Equal(("gallery.photos", 300), ("public.an \"odd\" name", 2), ("public.nothing", 0));
    }

    [SkippableFact]
    public async Task The_order_of_the_rows_does_not_count()
    {
        PostgresHere.Require();

        (await OfAsync("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x'), (2, 'y'), (2, 'y')"))
            .Should()
            .Equal(await OfAsync("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (2, 'y'), (1, 'x'), (2, 'y')"));
    }

    [SkippableTheory]
    [InlineData("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('x', 'yz')")]
    [InlineData("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('xyz', NULL)")]
    [InlineData("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('xyz', '')")]
    [InlineData("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('xy', 'z'), ('xy', 'z')")]
    [InlineData("CREATE TABLE t (a text, b varchar(9)); INSERT INTO t VALUES ('xy', 'z')")]
    [InlineData("CREATE TABLE t (a text, c text); INSERT INTO t VALUES ('xy', 'z')")]
    [InlineData("CREATE TABLE t (a text, b text)")]
    public async Task Anything_that_is_different_makes_it_another(string sql)
    {
        PostgresHere.Require();
        var one = await OfAsync("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('xy', 'z')");

        (await OfAsync(sql)).Should().ContainSingle().Which.Checksum.Should().NotBe(one[0].Checksum);
    }

    [SkippableFact]
    public async Task A_column_that_was_dropped_leaves_no_trace()
    {
        PostgresHere.Require();

        (
            await OfAsync(
                "CREATE TABLE t (a int, gone int, b text); INSERT INTO t VALUES (1, 2, 'x'); ALTER TABLE t DROP gone"
            )
        )
            .Should()
            .Equal(await OfAsync("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x')"));
    }

    async Task<IReadOnlyList<TableFingerprint>> OfAsync(string sql)
    {
        var connection = await _postgres!.CreateDatabaseAsync($"fingerprint_{++_databases}");
        await AskAsync(connection, sql);
        return await PostgresFingerprint.OfAsync(connection, CancellationToken.None);
    }
}
