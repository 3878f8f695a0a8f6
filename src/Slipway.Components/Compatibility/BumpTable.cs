using Slipway.Releases.Compatibility;
using Slipway.Reporting.Terminal;

namespace Slipway.Components.Compatibility;

/// <summary>A verdict for a person: what was compared, then what needs most.</summary>
static class BumpTable
{
    public static TextTable Of(BumpVerdict verdict)
    {
        var table = new TextTable("check", "result", "needs", "found");
        foreach (var evidence in verdict.Evidence)
            table.Add(
                evidence.Name,
                evidence.IsChecked ? new Cell("checked", CellTone.Good) : new Cell("not checked", CellTone.Muted),
                Needs(verdict, evidence.Needs),
                evidence.Summary
            );
        return table;
    }

    /// <summary>A line for each finding, those that need most first.</summary>
    public static TextTable Findings(BumpVerdict verdict)
    {
        var table = new TextTable("needs", "rule", "what", "where");
        foreach (
            var finding in verdict
                .Evidence.SelectMany(evidence => evidence.Findings)
                .OrderByDescending(finding => finding.Needs)
        )
            table.Add(Needs(verdict, finding.Needs), finding.Rule, finding.What, finding.Where);
        return table;
    }

    public static string Text(Bump bump) => bump is Bump.None ? "-" : bump.ToString().ToLowerInvariant();

    static Cell Needs(BumpVerdict verdict, Bump needs)
    {
        var bump = verdict.Last is null ? needs : Bumps.After(verdict.Last, needs);
        return new Cell(Text(bump), bump > verdict.Bump ? CellTone.Bad : CellTone.Plain);
    }
}
