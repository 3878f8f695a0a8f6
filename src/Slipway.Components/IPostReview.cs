using Nuke.Common;
using Slipway.Components.Ci;
using Slipway.Workflows;
using Slipway.Workflows.Model;

namespace Slipway.Components;

/// <summary>Tells a pull request where its review environment is, and takes it down: one comment, kept up to date.</summary>
public interface IPostReview : IHazEnvironments, IHazReleaseHost
{
    /// <summary>Counts from the command line or as <c>NUKE_PULLREQUEST</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Number of the pull request to comment on; 0: there is none")]
    int? PullRequest => Explicit.IsGiven(nameof(PullRequest)) ? TryGetValue<int?>(() => PullRequest) : null;

    [Parameter("PostReview: where the review environment answers")]
    string? ReviewAddress => TryGetValue(() => ReviewAddress);

    [UsesSecret(nameof(GitHubToken), IsJobToken = true)]
    [NeedsPermission("pull-requests", Access.Write, "to comment on the pull request")]
    Target PostReview =>
        _ =>
            _.Description(
                    "Tells --pull-request the --review-address of its environment, in one comment that is kept up to date"
                )
                .TryAfter<IDeploy>(build => build.Deploy)
                .Requires(() => PullRequest)
                .Requires(() => ReviewAddress)
                .Runs(async () => await ReviewComment.PostAsync(this, PullRequest!.Value, ReviewAddress!));

    [UsesSecret(nameof(GitHubToken), IsJobToken = true)]
    [NeedsPermission("pull-requests", Access.Write, "to change the comment on the pull request")]
    Target WithdrawReview =>
        _ =>
            _.Description(
                    "Takes down the review environment --environment, if it is there, and tells --pull-request so"
                )
                .Requires(() => Environment)
                .Requires(() => PullRequest)
                .Runs(async () => await ReviewComment.WithdrawAsync(this, Environment!, PullRequest!.Value));
}
