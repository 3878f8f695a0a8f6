using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

/// <summary>Where a workflow reads secrets.</summary>
static class SecretReferences
{
    /// <summary>GITHUB_TOKEN is no stored secret: GitHub makes it for one job and takes it back.</summary>
    const string Token = "secrets.github_token";

    /// <param name="within">A path; what is elsewhere does not count.</param>
    public static IEnumerable<Placed<string>> Of(Workflow workflow, string within = "") =>
        from placed in workflow.PlacedExpressions()
        where placed.Path.StartsWith(within.Length == 0 ? "" : $"{within}.", StringComparison.Ordinal)
        from reference in References.Of(placed.Part)
        where IsSecret(reference)
        select new Placed<string>(placed.Path, reference);

    static bool IsSecret(string reference) =>
        reference.Split('.')[0] is "secrets" && !reference.Equals(Token, StringComparison.Ordinal);
}
