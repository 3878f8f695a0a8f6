using System.Globalization;

namespace Slipway.Databases.Migrations;

/// <summary>What is wrong with a migration: what, why, and what to do instead.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Rule">A rule's id, or the name of the check.</param>
public sealed record MigrationFinding(string File, int Line, string Rule, string Message)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Rule}: {Message}.");
}
