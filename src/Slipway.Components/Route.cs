using Slipway.Delivery.Environments;

namespace Slipway.Components;

/// <summary>Where a commit goes, by its branch.</summary>
/// <param name="Environments">The environments in order; each must succeed before the next begins.</param>
/// <param name="IsReview">The one environment is a review environment of the branch.</param>
public sealed record Route(IReadOnlyList<string> Environments, bool IsReview = false)
{
    /// <summary>
    /// <c>main</c> goes to staging and then to production, <c>sandbox</c> to sandbox, every other branch to a review
    /// environment of its own. An environment that was asked for takes the place of the rule.
    /// </summary>
    /// <param name="branch">Null: a detached head.</param>
    /// <exception cref="BuildException">A detached head, and no environment asked for.</exception>
    public static Route Of(string? branch, string? asked) =>
        (asked, branch) switch
        {
            ({ } environment, _) => new Route([environment], EnvironmentName.IsReview(environment)),
            (null, "main" or "master") => new Route(["staging", "production"]),
            (null, "sandbox") => new Route(["sandbox"]),
            (null, { } feature) => new Route([EnvironmentName.ForBranch(feature)], IsReview: true),
            (null, null) => throw new BuildException(
                "The head is detached, so no branch says where this commit goes. Name the place: --environment staging."
            ),
        };
}
