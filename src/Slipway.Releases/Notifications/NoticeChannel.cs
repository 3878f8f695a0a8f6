namespace Slipway.Releases;

/// <summary>Whom to tell. Its address is a secret: whoever knows it can write there; nothing prints it.</summary>
public sealed class NoticeChannel
{
    NoticeChannel(string id, string name, string address, Func<Notice, byte[]> write)
    {
        (Id, Name) = (id, name);
        Write = write;
        Address =
            Uri.TryCreate(address.Trim(), UriKind.Absolute, out var parsed)
            && (parsed.Scheme is "https" || (parsed.Scheme is "http" && parsed.IsLoopback))
                ? parsed
                : throw new ReleaseException($"The address for {name} does not begin with https://: set it again.");
    }

    /// <summary>For messages.</summary>
    public string Name { get; }

    /// <summary>For records of what it was told.</summary>
    internal string Id { get; }

    internal Uri Address { get; }

    internal Func<Notice, byte[]> Write { get; }

    /// <summary>Null: what is sent is not signed.</summary>
    internal WebhookKey? Key { get; private init; }

    /// <summary>An incoming webhook of Slack (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).</summary>
    /// <exception cref="ReleaseException">No address that a secret may be sent to.</exception>
    public static NoticeChannel Slack(string address) => new("slack", "Slack", address, SlackMessage.Of);

    /// <summary>A Teams workflow "when a Teams webhook request is received"; connectors are retired.</summary>
    /// <exception cref="ReleaseException"><inheritdoc cref="Slack" path="/exception"/></exception>
    public static NoticeChannel Teams(string address) => new("teams", "Teams", address, TeamsMessage.Of);

    /// <summary>Any receiver of signed webhooks: see docs/notifications.md.</summary>
    /// <param name="secret">What both sides know: <c>whsec_</c> and at least 24 bytes in base64.</param>
    /// <exception cref="ReleaseException">No address that a secret may be sent to, or no such secret.</exception>
    public static NoticeChannel Webhook(string address, string secret) =>
        new("webhook", "the webhook", address, WebhookMessage.Of) { Key = WebhookKey.Parse(secret) };

    public override string ToString() => Name;
}
