using Slipway.Databases.Migrations;
using Slipway.Releases.Compatibility;

namespace Slipway.Components.Compatibility;

/// <summary>
/// The migrations that a release does not have. One that contracts needs a minor: clients see nothing of it, and no
/// deployment runs it while an older release is live, but the way back ends there, and a patch must be one that can be taken
/// back without a thought.
/// </summary>
static class MigrationEvidence
{
    public const string Name = "Migrations";

    /// <param name="released">The files that the release has.</param>
    public static Evidence Of(IEnumerable<MigrationJudgment> judgments, IEnumerable<string> released)
    {
        var added = judgments
            .ExceptBy(released, judgment => judgment.Script.File, StringComparer.Ordinal)
            .DistinctBy(judgment => judgment.Script.Name, StringComparer.Ordinal)
            .ToList();
        var findings = added
            .Where(judgment => judgment.Head?.Phase == MigrationPhase.Contract)
            .Select(judgment => new Finding(
                "migration-contracts",
                Bump.Minor,
                judgment.Script.File,
                $"{judgment.Script.Name} contracts: no way back before {judgment.Head!.ContractAfter}"
            ))
            .ToList();
        var unread = added.Count(judgment => judgment.Head is null);
        return new Evidence(
            Name,
            IsChecked: unread < added.Count || added.Count == 0,
            $"{added.Count} new, {(findings.Count == 0 ? "none" : findings.Count)} that contracts"
                + (unread == 0 ? "" : $"; {unread} do not say their phase"),
            findings
        );
    }
}
