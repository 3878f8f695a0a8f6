using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Releases;

/// <summary>A message for a program: docs/notifications.md describes it.</summary>
static class WebhookMessage
{
    public static byte[] Of(Notice notice)
    {
        var data = new JsonObject { ["backend"] = notice.Backend, ["headline"] = notice.Headline };
        Add(data, "version", notice.Version);
        Add(data, "environment", notice.Environment);
        Add(data, "commit", notice.Commit);
        Add(data, "why", notice.Why);
        Add(data, "command", notice.Command);
        Add(data, "url", notice.Link?.AbsoluteUri);
        var message = new JsonObject
        {
            ["type"] = TypeOf(notice.Kind),
            ["timestamp"] = notice.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["data"] = data,
        };
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    static void Add(JsonObject data, string name, string? value)
    {
        if (value is not null)
            data[name] = value;
    }

    static string TypeOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Deployed => "environment.deployed",
            NoticeKind.RolledBack => "environment.rolled_back",
            NoticeKind.Released => "version.released",
            NoticeKind.WaitingForApproval => "approval.awaited",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
