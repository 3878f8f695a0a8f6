using System.Text.RegularExpressions;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations;

/// <summary>What a migration says of itself in the comments above its first statement.</summary>
/// <param name="ContractAfter">The release that stopped using what a contract migration takes away; null for expand.</param>
public sealed partial record MigrationHead(MigrationPhase Phase, string? ContractAfter)
{
    const string Example =
        "write '-- phase: expand' above the first statement when it only adds, else '-- phase: contract'";

    /// <summary>The head, or what is wrong with it: the line and a message.</summary>
    internal static (MigrationHead? Head, SqlFault? Fault) Read(SqlScript script)
    {
        var comments = script
            .Statements.SelectMany(statement => statement.All)
            .Concat(script.Tail)
            .TakeWhile(token => !token.IsSignificant)
            .Where(token => token.Kind == SqlTokenKind.Comment)
            .ToList();
        var phases = Declared(comments, "phase");
        var releases = Declared(comments, "contract-after");
        return (phases, releases) switch
        {
            ([], _) => Wrong(1, $"the script does not say its phase: {Example}"),
            ([_, var (line, _), ..], _) => Wrong(line, "the phase is said twice: leave one"),
            (_, [_, var (line, _), ..]) => Wrong(line, "the release is said twice: leave one"),
            ([(_, "expand")], []) => (new MigrationHead(MigrationPhase.Expand, ContractAfter: null), null),
            ([(_, "expand")], [var (line, _)]) => Wrong(
                line,
                "an expand migration waits for no release: leave this line out"
            ),
            ([(var line, "contract")], []) => Wrong(
                line,
                "a contract migration names the release that stopped using what it takes away: write '-- contract-after: 1.4.0' below"
            ),
            ([(_, "contract")], [(var line, var release)]) => ReleaseName().IsMatch(release)
                ? (new MigrationHead(MigrationPhase.Contract, release), null)
                : Wrong(line, $"'{release}' is no release: write its version, such as 1.4.0"),
            ([(var line, var phase)], _) => Wrong(line, $"'{phase}' is no phase: {Example}"),
        };
    }

    static (MigrationHead? Head, SqlFault? Fault) Wrong(int line, string message) =>
        (null, new SqlFault(line, message));

    static List<(int Line, string Value)> Declared(IEnumerable<SqlToken> comments, string name) =>
        [
            .. comments
                .Select(comment => (comment.Line, Match: Declaration().Match(comment.Text)))
                .Where(found => found.Match.Success && found.Match.Groups["name"].ValueSpan.SequenceEqual(name))
                .Select(found => (found.Line, found.Match.Groups["value"].Value)),
        ];

    [GeneratedRegex(
        @"\A--\s*(?<name>phase|contract-after)\s*:\s*(?<value>.*?)\s*\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\A(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReleaseName();
}
