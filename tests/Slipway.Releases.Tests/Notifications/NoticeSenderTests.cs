using System.Security.Cryptography;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Notifications;

public class NoticeSenderTests
{
    static readonly string Secret = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(24))}";

    static readonly Notice Notice = new(
        NoticeKind.Deployed,
        "It is live",
        "gallery",
        "1.2.3",
        DateTimeOffset.UnixEpoch
    );

    readonly HurriedTime _time = new();

    [Fact]
    public async Task Each_channel_gets_its_own_message()
    {
        using var receiver = new WebhookReceiver();
        using var sender = new NoticeSender(_time);

        var failures = await sender.SendAsync(
            [
                NoticeChannel.Slack($"{receiver.Address}slack"),
                NoticeChannel.Teams($"{receiver.Address}teams"),
                NoticeChannel.Webhook($"{receiver.Address}any", Secret),
            ],
            Notice
        );

        failures.Should().BeEmpty();
        receiver.Received.Select(message => message.Path).Should().BeEquivalentTo("/slack", "/teams", "/any");
        receiver.Received.Should().OnlyContain(message => message.Headers["Content-Type"] == "application/json");
    }

    [Fact]
    public async Task A_webhook_can_be_verified_and_every_attempt_has_the_same_id()
    {
        using var receiver = new WebhookReceiver();
        receiver.Answer(503);
        using var sender = new NoticeSender(_time);

        await sender.SendAsync([NoticeChannel.Webhook(receiver.Address, Secret)], Notice);

        receiver.Received.Should().HaveCount(2);
        receiver.Received.Select(message => message.Headers["webhook-id"]).Distinct().Should().ContainSingle();
        foreach (var message in receiver.Received)
        {
            WebhookKey
                .Parse(Secret)
                .Verify(
                    message.Headers["webhook-id"],
                    message.Headers["webhook-timestamp"],
                    message.Headers["webhook-signature"],
                    message.Body,
                    _time.GetUtcNow()
                )
                .Should()
                .BeTrue();
        }
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(404, 1)]
    [InlineData(302, 1)]
    [InlineData(429, 3)]
    [InlineData(500, 3)]
    public async Task A_refusal_is_one_line_without_the_address(int status, int attempts)
    {
        using var receiver = new WebhookReceiver();
        for (var attempt = 0; attempt < attempts; attempt++)
            receiver.Answer(status);
        using var sender = new NoticeSender(_time);

        var failures = await sender.SendAsync([NoticeChannel.Slack($"{receiver.Address}T0/B0/secret")], Notice);

        failures.Should().Equal($"Slack could not be told: it answered {status}");
        receiver.Received.Should().HaveCount(attempts);
    }

    [Fact]
    public async Task It_waits_one_second_and_then_two()
    {
        using var receiver = new WebhookReceiver();
        receiver.Answer(500);
        receiver.Answer(500);
        using var sender = new NoticeSender(_time);
        var began = _time.GetUtcNow();

        (await sender.SendAsync([NoticeChannel.Slack(receiver.Address)], Notice)).Should().BeEmpty();

        (_time.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("3", 1)]
    public async Task What_a_receiver_asks_for_is_waited_up_to_two_seconds(string seconds, int attempts)
    {
        using var receiver = new WebhookReceiver();
        receiver.Answer(429, retryAfter: seconds);
        using var sender = new NoticeSender(_time);

        await sender.SendAsync([NoticeChannel.Slack(receiver.Address)], Notice);

        receiver.Received.Should().HaveCount(attempts);
    }

    [Fact]
    public async Task A_notice_with_an_id_is_sent_under_it_every_time()
    {
        using var receiver = new WebhookReceiver();
        using var sender = new NoticeSender(_time);
        var channel = NoticeChannel.Webhook($" {receiver.Address}\n", Secret);

        await sender.SendAsync([channel], Notice with { Id = "msg_one" });
        await sender.SendAsync([channel], Notice with { Id = "msg_one" });
        await sender.SendAsync([channel], Notice);

        var ids = receiver.Received.Select(message => message.Headers["webhook-id"]).ToList();
        ids.Take(2).Should().AllBe("msg_one");
        ids[2].Should().StartWith("msg_").And.HaveLength(36);
    }

    [Fact]
    public async Task A_receiver_that_asks_for_a_long_wait_is_given_up()
    {
        using var receiver = new WebhookReceiver();
        receiver.Answer(429, retryAfter: "3600");
        using var sender = new NoticeSender(_time);

        (await sender.SendAsync([NoticeChannel.Slack(receiver.Address)], Notice)).Should().ContainSingle();

        receiver.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task Silence_and_nobody_there_are_said_and_stop_nobody_else()
    {
        using var silent = new WebhookReceiver { IsSilent = true };
        using var receiver = new WebhookReceiver();
        using var sender = new NoticeSender(TimeSpan.FromSeconds(1), _time);

        var failures = await sender.SendAsync(
            [
                NoticeChannel.Slack(silent.Address),
                NoticeChannel.Teams($"http://127.0.0.1:{FreePort.Next()}/secret"),
                NoticeChannel.Webhook(receiver.Address, Secret),
            ],
            Notice
        );

        failures
            .Should()
            .BeEquivalentTo(
                "Slack could not be told: no answer within 1 s",
                "Teams could not be told: it cannot be reached (ConnectionError)"
            );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_and_nobody_there_are_tried_again(bool isThere)
    {
        using var silent = new WebhookReceiver { IsSilent = true };
        using var sender = new NoticeSender(TimeSpan.FromSeconds(1), _time);
        var address = isThere ? silent.Address : $"http://127.0.0.1:{FreePort.Next()}/";

        await sender.SendAsync([NoticeChannel.Slack(address)], Notice);

        _time.Waits.Should().Equal(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("http://hooks.example.org/secret")]
    [InlineData("secret")]
    public void An_address_that_is_not_encrypted_is_refused_and_not_quoted(string address)
    {
        var making = () => NoticeChannel.Slack(address);

        making.Should().Throw<ReleaseException>().WithMessage("*https://*").Which.Message.Should().NotContain("secret");
    }
}
