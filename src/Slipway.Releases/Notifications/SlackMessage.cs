using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Releases;

/// <summary>A message for Slack in blocks (docs.slack.dev/reference/block-kit/blocks).</summary>
static class SlackMessage
{
    const int LongestSection = 3000;

    public static byte[] Of(Notice notice)
    {
        var headline = $"{NoticeFacts.Sign(notice.Kind)} {notice.Headline}";
        var blocks = new JsonArray(Section($"*{Escape(headline)}*"));
        var facts = NoticeFacts.Of(notice).Select(fact => $"*{fact.Name}:* {Escape(fact.Value)}").ToArray();
        if (facts.Length > 0)
            blocks.Add(Section(string.Join('\n', facts)));
        if (notice.Command is { } command)
            blocks.Add(Section($"```{Escape(command)}```"));
        if (notice.Link is { } link)
            blocks.Add(Section($"<{Escape(link.AbsoluteUri)}|{Escape(link.Authority + link.AbsolutePath)}>"));
        // The text is what a notification on a phone shows.
        var message = new JsonObject { ["text"] = Escape(headline), ["blocks"] = blocks };
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    static JsonObject Section(string markdown) =>
        new()
        {
            ["type"] = "section",
            ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = NoticeFacts.Cut(markdown, LongestSection) },
        };

    /// <summary>Slack's three control characters: without this, a text could mention a whole channel.</summary>
    static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
