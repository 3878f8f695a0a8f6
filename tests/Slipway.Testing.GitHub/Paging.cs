using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>Lists in pages of 30, or of what is asked for, at most 100, with links to the others.</summary>
static class Paging
{
    public static Answer Of(Incoming request, IReadOnlyList<JsonObject> all)
    {
        var size = Math.Clamp(Number(request, "per_page", 30), 1, 100);
        var page = Math.Max(Number(request, "page", 1), 1);
        var last = Math.Max((all.Count + size - 1) / size, 1);
        var links = new List<string>();
        if (page < last)
            links.AddRange([Link(page + 1, "next"), Link(last, "last")]);
        if (page > 1)
            links.AddRange([Link(1, "first"), Link(page - 1, "prev")]);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (links.Count > 0)
            headers["link"] = string.Join(", ", links);
        return new Answer(200, new JsonArray([.. all.Skip((page - 1) * size).Take(size)])) { Headers = headers };

        string Link(int number, string relation)
        {
            var query = request
                .Query.Where(pair => pair.Key != "page")
                .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")
                .Append($"page={number}");
            return $"<{request.Url}?{string.Join('&', query)}>; rel=\"{relation}\"";
        }
    }

    static int Number(Incoming request, string name, int otherwise) =>
        request.Query.TryGetValue(name, out var text) && int.TryParse(text, out var number) ? number : otherwise;
}
