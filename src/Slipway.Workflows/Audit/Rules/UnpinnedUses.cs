using System.Text.RegularExpressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed partial class UnpinnedUses : AuditRule
{
    public override string Name => "unpinned-uses";

    public override string Scorecard => "Pinned-Dependencies";

    public override string Reason =>
        "Whoever can move the action's tag or branch runs code of their own here (tj-actions/changed-files, March 2025)";

    public override string Remedy => "Pin it to the full SHA of a commit, with the version as a comment behind it";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        workflow
            .Actions()
            .Select(action => new Placed<ActionReference>($"{action.Path}.uses", action.Part.Uses))
            .Concat(
                workflow.CallJobs().Select(call => new Placed<ActionReference>($"{call.Path}.uses", call.Part.Uses))
            )
            .Where(uses => !IsPinned(uses.Part))
            .Select(uses => new Breach(uses.Path, $"'{uses.Part}' may be something else tomorrow"));

    /// <summary>What is in this repository is of the commit that runs; images have a rule of their own.</summary>
    static bool IsPinned(ActionReference uses) =>
        uses.IsLocal || uses.IsImage || (uses.GitReference is { } reference && Sha().IsMatch(reference));

    [GeneratedRegex(
        "^([0-9a-f]{40}|[0-9a-f]{64})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Sha();
}
