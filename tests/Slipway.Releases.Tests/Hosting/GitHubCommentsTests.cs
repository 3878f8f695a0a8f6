using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

public class GitHubCommentsTests
{
    const int Pull = 12;
    const string Mark = "<!-- slipway:review -->\n";

    static readonly CommentText First = new("review", "Serves at <http://127.0.0.1:8100/>");
    static readonly CommentText Second = new("review", "Gone");

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pull_request_has_one_comment_of_a_kind_and_the_latest_text_in_it(bool isApp)
    {
        await using var hosted = await StartAsync(isApp);

        var made = await hosted.Host.PutCommentAsync(Pull, First);
        await hosted.Host.PutCommentAsync(Pull, First);
        var changed = await hosted.Host.PutCommentAsync(Pull, Second);
        await hosted.Host.PutCommentAsync(Pull, new CommentText("budget", "Another kind"));

        changed.Id.Should().Be(made.Id);
        hosted
            .Store.Comments.Select(comment => comment.Body)
            .Should()
            .Equal($"{Mark}Gone", "<!-- slipway:budget -->\nAnother kind");
        hosted.Server.Calls.Count(call => call.Method == "PATCH").Should().Be(1);
    }

    [SkippableFact]
    public async Task A_text_is_replaced_where_there_is_one_and_made_where_there_is_none()
    {
        await using var hosted = await StartAsync();

        (await hosted.Host.ReplaceCommentAsync(Pull, Second)).Should().BeNull();
        hosted.Store.Comments.Should().BeEmpty();
        await hosted.Host.PutCommentAsync(Pull, First);
        (await hosted.Host.ReplaceCommentAsync(Pull, Second))!.Body.Should().Be($"{Mark}Gone");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_comment_of_somebody_else_with_the_same_mark_is_left_alone(bool isApp)
    {
        await using var hosted = await StartAsync(isApp);
        hosted.Store.Comments.Add(
            new StoredComment(1, Pull, "mallory", DateTimeOffset.UnixEpoch) { Body = $"{Mark}Mine" }
        );

        await hosted.Host.PutCommentAsync(Pull, First);

        hosted.Store.Comments.Select(comment => comment.Body).Should().Equal($"{Mark}Mine", Mark + First.Markdown);
    }

    [SkippableFact]
    public async Task An_answer_that_is_lost_leaves_no_second_comment()
    {
        await using var hosted = await StartAsync();
        hosted.Server.Inject("issues/create-comment", Fault.CutAnswer);

        await hosted.Host.PutCommentAsync(Pull, First);

        hosted.Store.Comments.Should().ContainSingle();
    }

    static async Task<Hosted> StartAsync(bool isApp = true)
    {
        var hosted = await Hosted.StartAsync(token: server => isApp ? server.AppToken : server.Token);
        hosted.Store.Pulls.Add(new StoredPull(Pull, "A change", "ada", MergedAt: null, "c1", ["c1"]));
        return hosted;
    }
}
