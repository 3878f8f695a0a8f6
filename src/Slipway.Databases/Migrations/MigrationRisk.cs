using Slipway.Databases.Migrations.Rules;

namespace Slipway.Databases.Migrations;

/// <summary>What a migration does that can hurt, allowed or not.</summary>
/// <param name="Rule">The id of the rule that it breaks.</param>
/// <param name="What">In words, such as <c>drops the table photos</c>.</param>
/// <param name="Allowed">Why the script's author has allowed it; null: nobody has.</param>
public sealed record MigrationRisk(int Line, string Rule, Danger Danger, string What, string? Allowed = null)
{
    public override string ToString() =>
        Allowed is null ? $"{Rule}: {What}" : $"{Rule}: {What} (allowed because {Allowed})";
}
