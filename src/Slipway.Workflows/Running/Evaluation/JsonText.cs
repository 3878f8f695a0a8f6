using System.Globalization;
using System.Text;
using System.Text.Json;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary><c>toJSON</c> and <c>fromJSON</c>: two spaces a level, as the runner writes it.</summary>
static class JsonText
{
    public static string Write(Value value)
    {
        var json = new StringBuilder();
        Write(json, value, 0);
        return json.ToString();
    }

    /// <exception cref="EvaluationException">The text is not JSON.</exception>
    public static Value Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return FromElement(document.RootElement);
        }
        catch (JsonException failure)
        {
            // The text may be a secret: where it fails is said, not what it is.
            var (line, column) = (failure.LineNumber + 1, failure.BytePositionInLine + 1);
            throw new EvaluationException($"fromJSON(): the text is not JSON at line {line}, byte {column}.");
        }
    }

    static void Write(StringBuilder json, Value value, int level)
    {
        switch (value)
        {
            case NullValue:
                json.Append("null");
                break;
            case TextValue text:
                Quote(json, text.Text);
                break;
            case MapValue map:
                var entries = map.Entries.Select(entry => (Action)(() => WriteEntry(json, entry, level + 1)));
                Enclose(json, '{', [.. entries], '}', level);
                break;
            case FlagValue or NumberValue:
                json.Append(Coercions.ToText(value));
                break;
            default:
                var items = FilteredList.ItemsOf(value)!.Select(item => (Action)(() => Write(json, item, level + 1)));
                Enclose(json, '[', [.. items], ']', level);
                break;
        }
    }

    static void WriteEntry(StringBuilder json, Entry<Value> entry, int level)
    {
        Quote(json, entry.Key);
        json.Append(": ");
        Write(json, entry.Value, level);
    }

    static void Enclose(StringBuilder json, char open, Action[] writes, char close, int level)
    {
        json.Append(open);
        for (var index = 0; index < writes.Length; index++)
        {
            json.Append(index > 0 ? ",\n" : "\n").Append(' ', (level + 1) * 2);
            writes[index]();
        }
        if (writes.Length > 0)
            json.Append('\n').Append(' ', level * 2);
        json.Append(close);
    }

    static void Quote(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => json.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)character:x4}"
                ),
                _ => json.Append(character),
            };
        }
        json.Append('"');
    }

    static Value FromElement(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => new ListValue(ValueList.From(element.EnumerateArray().Select(FromElement))),
            JsonValueKind.Object => FromObject(element),
            _ => NullValue.Instance,
        };

    /// <summary>Of a key that is there twice the last one counts, of one in two cases the first.</summary>
    static MapValue FromObject(JsonElement element)
    {
        var exact = new OrderedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
            exact[property.Name] = FromElement(property.Value);
        return Values.Map(
            exact
                .Select(entry => (entry.Key, entry.Value))
                .DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase)
        );
    }
}
