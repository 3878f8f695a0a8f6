using Slipway.Databases.Migrations.Rules;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Tests.Migrations;

/// <summary>docs/migrations.md says of each rule what the findings say.</summary>
public sealed class MigrationDocumentTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var rule in MigrationRules.All)
                rows.Add(
                    rule.Id,
                    $"| `{rule.Id}` | {Database(rule)} | {Forbidden(rule)} | {rule.Why} | {rule.Instead} |"
                );
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_rule_is_in_the_document(string rule, string row)
    {
        rule.Should().NotBeEmpty();
        Lines().Should().Contain(row);
    }

    [Fact]
    public void The_document_names_no_other_rule() =>
        Lines()
            .SkipWhile(line => line is not "## Rules")
            .Count(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Should()
            .Be(MigrationRules.All.Count);

    static string Database(MigrationRule rule) =>
        rule.Dialect switch
        {
            SqlDialect.PostgreSql => "PostgreSQL",
            SqlDialect.Sqlite => "SQLite",
            _ => "both",
        };

    static string Forbidden(MigrationRule rule) => rule.Danger == Danger.Destructive ? "expand" : "expand, contract";

    static string[] Lines()
    {
        const string Document = "docs/migrations.md";
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, Document)))
            directory =
                Path.GetDirectoryName(directory)
                ?? throw new InvalidOperationException($"{Document} is not above the tests.");
        return File.ReadAllLines(Path.Combine(directory, Document));
    }
}
