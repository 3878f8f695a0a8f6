using Serilog;
using Slipway.Components.Shipping;
using Slipway.Delivery.Environments;
using Slipway.Releases;

namespace Slipway.Components.Ci;

/// <summary>What a pull request is told of its review environment.</summary>
static class ReviewComment
{
    const string Kind = "review";

    /// <summary>In the place of a number where a workflow runs on somebody's machine.</summary>
    const int None = 0;

    public static async Task PostAsync(IPostReview build, int pullRequest, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new BuildException($"--review-address is '{address}': it takes an address that begins with http.");
        if (pullRequest == None)
        {
            Log.Information("{Address} serves for review; there is no pull request to tell", url);
            return;
        }
        var host = await HostAsync(build);
        var comment = await host.PutCommentAsync(pullRequest, new CommentText(Kind, Text(build, url)), Interrupt.Token);
        Log.Information("Pull request {Number} is told: {Page:l}", pullRequest, comment.Page);
    }

    /// <summary>A request that was closed before anything was deployed for it has nothing to take down: that is well.</summary>
    public static async Task WithdrawAsync(IPostReview build, string environment, int pullRequest)
    {
        if (!EnvironmentName.IsReview(environment))
            throw new BuildException(
                $"{environment} is no review environment, and stays. WithdrawReview takes one whose name begins with review-."
            );
        var place = Place.ToPreview(build, environment);
        if (await place.IsThereAsync())
        {
            await place.DestroyAsync();
            Log.Information("{Environment:l} is gone", environment);
        }
        else
            Log.Information("There is no {Environment:l}", environment);

        if (pullRequest == None)
            return;
        var host = await HostAsync(build);
        var text = new CommentText(Kind, "The review environment of this pull request is gone.\n");
        var comment = await host.ReplaceCommentAsync(pullRequest, text, Interrupt.Token);
        if (comment is null)
            Log.Information("Pull request {Number} was told of no review environment", pullRequest);
        else
            Log.Information("Pull request {Number} is told: {Page:l}", pullRequest, comment.Page);
    }

    static string Text(IPostReview build, Uri url) =>
        $"{Markdown.EscapeInline(build.Backend.Name)} {Markdown.EscapeInline(build.Revision.Version)} serves for review at "
        + $"{MarkdownTable.Link(url).Markdown} (commit {build.Revision.AbbreviatedCommit}).\n\n"
        + "It is taken down when this pull request closes, or when its time is over.\n";

    static async Task<IReleaseHost> HostAsync(IPostReview build) =>
        build.ReleaseHost(
            (await RepositoryPage.OfRemoteAsync(build.RootDirectory, cancellationToken: Interrupt.Token))?.ToString(),
            new GitHubPatience()
        );
}
