using Slipway.Databases.Migrations.Rules;

namespace Slipway.Databases.Tests.Migrations;

public sealed class MigrationRulesTests
{
    [Fact]
    public void An_id_is_a_rule_of_one_dialect_once() =>
        MigrationRules
            .All.SelectMany(rule =>
                Enum.GetValues<Slipway.Databases.Migrations.Sql.SqlDialect>()
                    .Where(rule.IsFor)
                    .Select(dialect => (rule.Id, dialect))
            )
            .Should()
            .OnlyHaveUniqueItems();

    [Fact]
    public void The_catalogue_lists_every_rule_there_is() =>
        MigrationRules
            .All.Select(rule => rule.GetType())
            .Should()
            .BeEquivalentTo(
                typeof(MigrationRule)
                    .Assembly.GetTypes()
                    .Where(type => type.IsSubclassOf(typeof(MigrationRule)) && !type.IsAbstract)
            );
}
