using Nuke.Common;

namespace Slipway.Components;

/// <summary>
/// Whom to tell what was deployed, rolled back and released, and what waits for an approval. Without an address nothing is
/// sent; nothing fails because somebody could not be told (docs/notifications.md).
/// </summary>
public interface IHazNotifications : INukeBuild
{
    [Parameter("Incoming webhook of a Slack channel that is told what happens")]
    [Secret]
    string? SlackWebhook => TryGetValue(() => SlackWebhook);

    [Parameter("Webhook of a Teams workflow that is told what happens")]
    [Secret]
    string? TeamsWebhook => TryGetValue(() => TeamsWebhook);

    [Parameter("Address that is told what happens, in signed webhooks")]
    [Secret]
    string? NoticeWebhook => TryGetValue(() => NoticeWebhook);

    [Parameter("What the webhooks are signed with: whsec_ and at least 24 bytes in base64")]
    [Secret]
    string? NoticeWebhookSecret => TryGetValue(() => NoticeWebhookSecret);
}
