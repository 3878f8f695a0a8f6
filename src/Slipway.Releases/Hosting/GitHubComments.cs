namespace Slipway.Releases;

/// <summary>
/// The one comment of a kind that a program keeps on a pull request. It is found again by a mark that people do not see,
/// and only among what a program wrote: whoever copies the mark does not have their comment rewritten.
/// </summary>
sealed class GitHubComments(GitHubApi api, GitHubCalls calls)
{
    public async Task<HostedComment> PutAsync(
        int pullRequest,
        CommentText text,
        string? login,
        CancellationToken cancellationToken
    )
    {
        var made = await calls.MakeOnceAsync(
            $"comment on pull request {pullRequest}",
            () => FindAsync(pullRequest, text.Mark, login),
            () => api.PostAsync<CommentModel>($"issues/{pullRequest}/comments", new CommentBody(text.Body)),
            cancellationToken
        );
        return (await EditAsync(made, text, cancellationToken)).ToComment();
    }

    public async Task<HostedComment?> ReplaceAsync(
        int pullRequest,
        CommentText text,
        string? login,
        CancellationToken cancellationToken
    )
    {
        var found = await calls.RepeatAsync(
            $"read the comments of pull request {pullRequest}",
            async () => new Answer(await FindAsync(pullRequest, text.Mark, login)),
            cancellationToken
        );
        return found.Comment is { } comment ? (await EditAsync(comment, text, cancellationToken)).ToComment() : null;
    }

    /// <summary>GitHub's pages turn line ends into CRLF.</summary>
    async Task<CommentModel> EditAsync(CommentModel comment, CommentText text, CancellationToken cancellationToken) =>
        comment.Body.ReplaceLineEndings("\n").Equals(text.Body, StringComparison.Ordinal)
            ? comment
            : await calls.RepeatAsync(
                $"change comment {comment.Id}",
                () => api.PatchAsync<CommentModel>($"issues/comments/{comment.Id}", new CommentBody(text.Body)),
                cancellationToken
            );

    /// <summary>The oldest, so that every run finds the same one.</summary>
    async Task<CommentModel?> FindAsync(int pullRequest, string mark, string? login)
    {
        var all = await api.ListAsync<CommentModel>($"issues/{pullRequest}/comments");
        return all.Where(comment => comment.Body.StartsWith(mark, StringComparison.Ordinal) && IsOurs(comment, login))
            .MinBy(comment => comment.Id);
    }

    /// <param name="login">Null: an app's token, which may not ask who it is; what it writes is a bot's.</param>
    static bool IsOurs(CommentModel comment, string? login) =>
        login is null
            ? comment.User?.Type is "Bot"
            : string.Equals(comment.User?.Login, login, StringComparison.OrdinalIgnoreCase);

    sealed record Answer(CommentModel? Comment);
}

sealed class CommentModel
{
    public long Id { get; set; }
    public string Body { get; set; } = "";
    public string HtmlUrl { get; set; } = "";
    public AuthorModel? User { get; set; }

    public HostedComment ToComment() => new(Id, Body, new Uri(HtmlUrl));
}

sealed record CommentBody(string Body);
