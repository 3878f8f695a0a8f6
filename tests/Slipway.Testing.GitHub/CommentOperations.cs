namespace Slipway.Testing.GitHub;

/// <summary>Comments on pull requests, which to GitHub are issues, by its rules.</summary>
sealed class CommentOperations(GitHubServer server, Rendering show)
{
    /// <summary>Whose comments are those that a GitHub Actions run writes.</summary>
    public const string App = "github-actions[bot]";

    GitHubRepository Store => server.Repository;

    public Answer List(Incoming request) =>
        Paging.Of(request, [.. On(Number(request)).OrderBy(comment => comment.Id).Select(show.Comment)]);

    public Answer Create(Incoming request, string author)
    {
        if (Store.Pulls.TrueForAll(pull => pull.Number != Number(request)))
            return Answer.NotFound;
        var comment = new StoredComment(Store.NextId(), Number(request), author, server.Time.GetUtcNow())
        {
            Body = Text(request),
        };
        Store.Comments.Add(comment);
        return new Answer(201, show.Comment(comment));
    }

    public Answer Update(Incoming request)
    {
        if (Store.Comments.Find(comment => comment.Id == request.Id("comment_id")) is not { } comment)
            return Answer.NotFound;
        comment.Body = Text(request);
        return new Answer(200, show.Comment(comment));
    }

    IEnumerable<StoredComment> On(int number) => Store.Comments.Where(comment => comment.PullRequest == number);

    static int Number(Incoming request) => (int)request.Id("issue_number");

    static string Text(Incoming request) => request.Json["body"]!.GetValue<string>();
}
