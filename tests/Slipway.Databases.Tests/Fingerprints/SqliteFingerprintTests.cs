using Microsoft.Data.Sqlite;
using Slipway.Databases.Fingerprints;
using Slipway.Delivery.Databases;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Fingerprints;

public sealed class SqliteFingerprintTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public async Task Every_table_is_counted_and_summed_and_nothing_that_SQLite_keeps_for_itself()
    {
        var found = await OfAsync(
            """
            CREATE TABLE photos (id INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB);
            CREATE TABLE "an ""odd"" name" (id TEXT);
            CREATE INDEX by_bytes ON photos (bytes);
            INSERT INTO photos (bytes) VALUES (x'00ff'), (NULL), (zeroblob(100000));
            ANALYZE;
            """
        );

        found.Select(table => (table.Table, table.Rows)).Should().Equal(("an \"odd\" name", 0), ("photos", 3));
    }

    [Fact]
    public async Task The_order_of_the_rows_does_not_count() =>
        (await OfAsync("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x'), (2, 'y'), (2, 'y')"))
            .Should()
            .Equal(await OfAsync("CREATE TABLE t (a, b); INSERT INTO t VALUES (2, 'y'), (1, 'x'), (2, 'y')"));

    [Theory]
    [InlineData("CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', 'yz')")]
    [InlineData("CREATE TABLE t (a, b); INSERT INTO t VALUES ('xy', NULL)")]
    [InlineData("CREATE TABLE t (a, b); INSERT INTO t VALUES ('xy', '')")]
    [InlineData("CREATE TABLE t (a, b); INSERT INTO t VALUES (x'7879', 'z')")]
    [InlineData("CREATE TABLE t (a, b); INSERT INTO t VALUES ('xy', 'z'), ('xy', 'z')")]
    [InlineData("CREATE TABLE t (a, c); INSERT INTO t VALUES ('xy', 'z')")]
    [InlineData("CREATE TABLE t (a, b)")]
    public async Task Anything_that_is_different_makes_it_another(string sql)
    {
        var one = await OfAsync("CREATE TABLE t (a, b); INSERT INTO t VALUES ('xy', 'z')");

        (await OfAsync(sql)).Should().ContainSingle().Which.Checksum.Should().NotBe(one[0].Checksum);
    }

    [Fact]
    public async Task Whole_numbers_and_fractions_of_the_same_value_are_two_things() =>
        (await OfAsync("CREATE TABLE t (a); INSERT INTO t VALUES (1)"))
            .Should()
            .NotEqual(await OfAsync("CREATE TABLE t (a); INSERT INTO t VALUES (1.0)"));

    [Fact]
    public async Task What_is_no_database_is_an_error()
    {
        var reading = () =>
            SqliteFingerprint.OfAsync(_directory.Write("notes.txt", new string('x', 5000)), CancellationToken.None);

        await reading.Should().ThrowAsync<SqliteException>();
    }

    public void Dispose() => _directory.Dispose();

    async Task<IReadOnlyList<TableFingerprint>> OfAsync(string sql)
    {
        var file = _directory[$"{Guid.NewGuid():N}.db"];
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        return await SqliteFingerprint.OfAsync(file, CancellationToken.None);
    }
}
