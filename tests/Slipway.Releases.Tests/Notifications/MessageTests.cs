using System.Text.Json.Nodes;

namespace Slipway.Releases.Tests.Notifications;

public class MessageTests
{
    static readonly Notice Full = new(
        NoticeKind.WaitingForApproval,
        "gallery 1.2.3 waits for an approval for production",
        "gallery",
        "1.2.3",
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)
    )
    {
        Environment = "production",
        Commit = new string('a', 40),
        Why = "<!channel> & *all* [here](http://evil)",
        Command = "./build.sh Approve --digest 123",
        Link = new Uri("http://localhost:8080/"),
    };

    static readonly Notice Least = new(NoticeKind.Released, "gallery 1.2.3 is released", "gallery", null, Full.At);

    [Fact]
    public void Slack_gets_blocks_and_a_text_for_where_blocks_are_not_shown()
    {
        var message = JsonNode.Parse(SlackMessage.Of(Full))!;

        message["text"]!.GetValue<string>().Should().Be("✋ gallery 1.2.3 waits for an approval for production");
        var sections = message["blocks"]!.AsArray();
        sections.Should().OnlyContain(block => block!["type"]!.GetValue<string>() == "section");
        var texts = sections.Select(block => block!["text"]!["text"]!.GetValue<string>()).ToArray();
        texts[0].Should().Be("*✋ gallery 1.2.3 waits for an approval for production*");
        texts[1].Should().Contain("*Environment:* production").And.Contain("*Commit:* aaaaaaaaaaaa");
        texts[2].Should().Be("```./build.sh Approve --digest 123```");
        texts[3].Should().Be("<http://localhost:8080/|localhost:8080/>");
    }

    [Fact]
    public void Nothing_from_outside_mentions_a_channel_of_Slack() =>
        JsonNode.Parse(SlackMessage.Of(Full))!["blocks"]![1]!["text"]!["text"]!
            .GetValue<string>()
            .Should()
            .Contain("&lt;!channel&gt; &amp;")
            .And.NotContain("<!channel>");

    [Fact]
    public void Slack_takes_no_section_longer_than_3000_characters() =>
        JsonNode.Parse(SlackMessage.Of(Full with { Command = new string('x', 5000) }))!["blocks"]!
            .AsArray()
            .Should()
            .OnlyContain(block => block!["text"]!["text"]!.GetValue<string>().Length <= 3000);

    [Fact]
    public void Teams_gets_an_adaptive_card()
    {
        var message = JsonNode.Parse(TeamsMessage.Of(Full))!;

        message["type"]!.GetValue<string>().Should().Be("message");
        var attachment = message["attachments"]!.AsArray().Should().ContainSingle().Subject!;
        attachment["contentType"]!.GetValue<string>().Should().Be("application/vnd.microsoft.card.adaptive");
        var card = attachment["content"]!;
        card["type"]!.GetValue<string>().Should().Be("AdaptiveCard");
        card["version"]!.GetValue<string>().Should().Be("1.4");
        card["body"]![1]!["facts"]!
            .AsArray()
            .Select(fact => fact!["title"]!.GetValue<string>())
            .Should()
            .Equal("Version", "Environment", "Commit", "Why");
        var command = card["body"]![2]!;
        command["text"]!.GetValue<string>().Should().Be("./build.sh Approve --digest 123");
        command["fontType"]!.GetValue<string>().Should().Be("Monospace");
        card["actions"]![0]!["url"]!.GetValue<string>().Should().Be("http://localhost:8080/");
    }

    [Fact]
    public void Nothing_from_outside_becomes_a_link_in_Teams() =>
        JsonNode.Parse(TeamsMessage.Of(Full))!["attachments"]![0]!["content"]!["body"]![1]!["facts"]![3]!["value"]!
            .GetValue<string>()
            .Should()
            .Be(@"<!channel> & \*all\* \[here\](http://evil)");

    [Fact]
    public void A_program_gets_the_facts() =>
        JsonNode
            .DeepEquals(
                JsonNode.Parse(WebhookMessage.Of(Full)),
                JsonNode.Parse(
                    """
                    {
                      "type": "approval.awaited",
                      "timestamp": "2026-01-02T03:04:05Z",
                      "data": {
                        "backend": "gallery",
                        "headline": "gallery 1.2.3 waits for an approval for production",
                        "version": "1.2.3",
                        "environment": "production",
                        "commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                        "why": "<!channel> & *all* [here](http://evil)",
                        "command": "./build.sh Approve --digest 123",
                        "url": "http://localhost:8080/"
                      }
                    }
                    """
                )
            )
            .Should()
            .BeTrue();

    [Theory]
    [InlineData(NoticeKind.Deployed, "environment.deployed", "🚀")]
    [InlineData(NoticeKind.RolledBack, "environment.rolled_back", "↩️")]
    [InlineData(NoticeKind.Released, "version.released", "📦")]
    [InlineData(NoticeKind.WaitingForApproval, "approval.awaited", "✋")]
    public void Each_kind_is_told_apart(NoticeKind kind, string type, string sign)
    {
        var notice = Least with { Kind = kind };

        JsonNode.Parse(WebhookMessage.Of(notice))!["type"]!.GetValue<string>().Should().Be(type);
        JsonNode.Parse(SlackMessage.Of(notice))!["text"]!.GetValue<string>().Should().StartWith($"{sign} gallery");
        JsonNode.Parse(TeamsMessage.Of(notice))!["attachments"]![0]!["content"]!["body"]![0]!["text"]!
            .GetValue<string>()
            .Should()
            .StartWith($"{sign} gallery");
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    public void A_long_reason_is_cut_for_a_chat_and_whole_for_a_program(int length, int shown)
    {
        var notice = Least with { Why = new string('x', length) };
        var reason = NoticeFacts.Of(notice).Single().Value;

        reason.Should().HaveLength(shown);
        reason.EndsWith('…').Should().Be(length > shown);
        JsonNode.Parse(WebhookMessage.Of(notice))!["data"]!["why"]!.GetValue<string>().Should().HaveLength(length);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        JsonNode.Parse(WebhookMessage.Of(Least))!["data"]!.AsObject().Should().HaveCount(2);
        JsonNode.Parse(SlackMessage.Of(Least))!["blocks"]!.AsArray().Should().ContainSingle();
        JsonNode.Parse(TeamsMessage.Of(Least))!["attachments"]![0]!["content"]!["body"]!
            .AsArray()
            .Should()
            .ContainSingle();
    }
}
