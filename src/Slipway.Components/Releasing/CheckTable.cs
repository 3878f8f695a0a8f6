using Slipway.Releases;
using Slipway.Reporting.Terminal;

namespace Slipway.Components.Releasing;

/// <summary>The check list as a table: what is known, and where from.</summary>
static class CheckTable
{
    public static TextTable Of(IEnumerable<ReleaseCheck> checks)
    {
        var table = new TextTable("check", "answer", "what", "from");
        foreach (var check in checks)
            table.Add(check.Name, AnswerOf(check.Answer), check.Detail, new Cell(check.Source, CellTone.Muted));
        return table;
    }

    /// <summary>Why nothing can be released, a line each; what one command runs is one reason.</summary>
    public static IReadOnlyList<string> Reasons(IReadOnlyList<ReleaseCheck> checks)
    {
        var notRun = checks.Where(check => check.Answer is CheckAnswer.NotRun).Select(check => check.Name).ToList();
        return
        [
            .. checks
                .Where(check => check is { Blocks: true, Answer: not CheckAnswer.NotRun })
                .Select(check => $"{check.Name}: {check.Detail}"),
            .. notRun.Count == 0
                ? Array.Empty<string>()
                : [$"Not run on this commit: {string.Join(", ", notRun)}. './build.sh Verify' runs them."],
        ];
    }

    static Cell AnswerOf(CheckAnswer answer) =>
        answer switch
        {
            CheckAnswer.Passed => new("passed", CellTone.Good),
            CheckAnswer.Failed => new("failed", CellTone.Bad),
            CheckAnswer.NotRun => new("not run", CellTone.Bad),
            CheckAnswer.LeftOut => new("left out", CellTone.Muted),
            _ => new("not checked", CellTone.Waiting),
        };
}
