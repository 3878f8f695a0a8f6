using System.Text.RegularExpressions;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations;

/// <summary>A comment that allows one thing, with a reason, in the line below.</summary>
/// <param name="Line">Where it is written.</param>
/// <param name="Covers">The line of what it allows; null: nothing is directly below it.</param>
/// <param name="Rule">Null: it is not written as it must be.</param>
/// <param name="Reason">Null: it gives none.</param>
sealed partial record Waiver(int Line, int? Covers, string? Rule, string? Reason)
{
    public const string Form = "-- lint: allow <rule> because <reason>";

    public static IReadOnlyList<Waiver> ReadAll(SqlScript script)
    {
        var tokens = script.Statements.SelectMany(statement => statement.All).Concat(script.Tail).ToList();
        return
        [
            .. tokens
                .Select((token, index) => (token, index))
                .Where(at => at.token.Kind == SqlTokenKind.Comment && Marker().IsMatch(at.token.Text))
                .Select(at => Read(at.token, Below(tokens, at.index))),
        ];
    }

    static Waiver Read(SqlToken comment, int? covers)
    {
        var match = Allowance().Match(comment.Text);
        var reason = match.Groups["reason"];
        return new Waiver(
            comment.Line,
            covers,
            match.Success ? match.Groups["rule"].Value : null,
            reason.Success ? reason.Value : null
        );
    }

    /// <summary>Other comments may lie between, an empty line may not; and it stands on a line of its own.</summary>
    static int? Below(List<SqlToken> tokens, int comment)
    {
        var line = tokens[comment].Line;
        if (
            tokens.Take(comment).LastOrDefault(token => token.IsSignificant) is { Text: not null } before
            && before.Line == line
        )
            return null;
        foreach (var token in tokens.Skip(comment + 1))
        {
            if (token.IsSignificant)
                return token.Line;
            if (token.Kind == SqlTokenKind.WhiteSpace && token.Text.Count(character => character == '\n') > 1)
                return null;
        }

        return null;
    }

    [GeneratedRegex(@"\A--\s*lint\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"\A--\s*lint\s*:\s*allow\s+(?<rule>[a-z][a-z-]*)(\s+because\s+(?<reason>\S.*?))?\s*\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Allowance();
}
