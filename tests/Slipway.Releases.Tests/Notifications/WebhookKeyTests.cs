using System.Text;

namespace Slipway.Releases.Tests.Notifications;

public class WebhookKeyTests
{
    // The example of the reference libraries of standardwebhooks.com.
    const string Example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const string Timestamp = "1614265330";
    const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");
    static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    readonly WebhookKey _key = WebhookKey.Parse(Example);

    [Fact]
    public void It_signs_as_the_standard_does() => _key.Sign(Id, Sent, Body).Should().Be(Signature);

    [Fact]
    public void It_verifies_what_it_signed_among_other_signatures() =>
        _key.Verify(Id, Timestamp, $"v1,bm9uZQ== v2,x {Signature}", Body, Sent.AddMinutes(1)).Should().BeTrue();

    [Theory]
    [InlineData("msg_other", Timestamp, Signature)]
    [InlineData(Id, "1614265331", Signature)]
    [InlineData(Id, "now", Signature)]
    [InlineData(Id, Timestamp, "v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData(Id, Timestamp, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData(Id, Timestamp, "")]
    public void Anything_else_is_refused(string id, string timestamp, string signature) =>
        _key.Verify(id, timestamp, signature, Body, Sent).Should().BeFalse();

    [Fact]
    public void A_changed_body_is_refused() =>
        _key.Verify(Id, Timestamp, Signature, Encoding.UTF8.GetBytes("{\"test\": 2432232315}"), Sent)
            .Should()
            .BeFalse();

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void A_message_is_good_for_five_minutes_either_way(int seconds, bool isGood) =>
        _key.Verify(Id, Timestamp, Signature, Body, Sent.AddSeconds(seconds)).Should().Be(isGood);

    [Theory]
    [InlineData("")]
    [InlineData("hunter2hunter2hunter2hunter2")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("whsec_not base64 at all, and long enough")]
    public void A_secret_that_is_none_is_refused_and_not_quoted(string secret)
    {
        var parsing = () => WebhookKey.Parse(secret);

        var message = parsing.Should().Throw<ReleaseException>().WithMessage("*openssl rand*").Which.Message;
        if (secret.Length > 0)
            message.Should().NotContain(secret);
    }

    [Fact]
    public void Nothing_prints_it() => $"{_key}".Should().Be("***");
}
