using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Releases;

/// <summary>
/// A message for a Teams workflow: an Adaptive Card as an attachment (learn.microsoft.com/adaptive-cards; Teams shows
/// version 1.4 everywhere).
/// </summary>
static class TeamsMessage
{
    public static byte[] Of(Notice notice)
    {
        var body = new JsonArray(
            Text($"{NoticeFacts.Sign(notice.Kind)} {Escape(notice.Headline)}", ("weight", "Bolder"), ("size", "Medium"))
        );
        var facts = NoticeFacts
            .Of(notice)
            .Select(fact => (JsonNode)new JsonObject { ["title"] = fact.Name, ["value"] = Escape(fact.Value) })
            .ToArray();
        if (facts.Length > 0)
            body.Add(new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray(facts) });
        if (notice.Command is { } command)
            body.Add(Text(Escape(command), ("fontType", "Monospace")));

        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = body,
        };
        if (notice.Link is { } link)
        {
            card["actions"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "Action.OpenUrl",
                    ["title"] = "Open",
                    ["url"] = link.AbsoluteUri,
                }
            );
        }

        var message = new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["contentUrl"] = null,
                    ["content"] = card,
                }
            ),
        };
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    static JsonObject Text(string text, params (string Name, string Value)[] style)
    {
        var block = new JsonObject
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };
        foreach (var (name, value) in style)
            block[name] = value;
        return block;
    }

    /// <summary>A card's text is Markdown: a link or an emphasis that came from outside must stay text.</summary>
    static string Escape(string text) =>
        string.Concat(text.Select(character => @"\*[]`".Contains(character) ? $@"\{character}" : $"{character}"));
}
