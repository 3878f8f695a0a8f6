using Slipway.Databases.Migrations;
using Slipway.Databases.Migrations.Sql;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Migrations;

public sealed class MigrationOrderTests
{
    [Fact]
    public void Numbers_without_a_gap_and_the_same_names_everywhere_are_in_order() =>
        Check(["0001_begin", "0002_tags"], ["0001_begin", "0002_tags"]).Should().BeEmpty();

    [Theory]
    [InlineData("0002_tags", "p/0002_tags.sql(1): order: the number 0001 is missing before it: numbers have no gap.")]
    [InlineData("0001_a 0001_b", "p/0001_b.sql(1): order: the number 0001 is taken: give it the next free one.")]
    [InlineData("0001_a 0003_b", "p/0003_b.sql(1): order: the number 0002 is missing before it: numbers have no gap.")]
    [InlineData("1_a", "p/1_a.sql(1): order: a migration is named 0001_what_it_does.sql, in lower case.")]
    [InlineData("0001_A", "p/0001_A.sql(1): order: a migration is named 0001_what_it_does.sql, in lower case.")]
    public void A_number_that_is_missing_or_taken_is_a_finding(string names, string finding) =>
        Check(names.Split(' ')).Should().Equal(finding);

    [Fact]
    public void Every_database_has_the_same_migrations() =>
        Check(["0001_begin", "0002_tags"], ["0001_begin", "0002_labels"])
            .Should()
            .Equal(
                "p/0002_tags.sql(1): order: there is none of this name in q: every database has the same migrations.",
                "q/0002_labels.sql(1): order: there is none of this name in p: every database has the same migrations."
            );

    [Fact]
    public void What_was_released_stays_as_it_was() =>
        MigrationOrder
            .CheckReleased("v1.4.0", ["p/0001_begin.sql"])
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .StartWith("p/0001_begin.sql(1): released: v1.4.0 has it and it is not the same any more");

    [Fact]
    public void The_scripts_of_a_directory_come_in_the_order_of_their_names()
    {
        using var root = new TempDirectory();
        root.Write("db/0002_b.sql", "SELECT 2;");
        root.Write("db/0001_a.sql", "SELECT 1;");
        root.Write("db/README.md", "");

        MigrationScript
            .ReadAll(root.Path, "db", SqlDialect.Sqlite)
            .Select(script => (script.File, script.Name, script.Text))
            .Should()
            .Equal(("db/0001_a.sql", "0001_a", "SELECT 1;"), ("db/0002_b.sql", "0002_b", "SELECT 2;"));
    }

    static IEnumerable<string> Check(params string[][] directories) =>
        MigrationOrder
            .Check([
                .. directories.Select(
                    (names, index) =>
                        names
                            .Select(name => new MigrationScript($"{"pq"[index]}/{name}.sql", SqlDialect.Sqlite, ""))
                            .ToList()
                ),
            ])
            .Select(finding => finding.ToString());
}
