using System.Globalization;
using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Writing;

/// <summary>Collects a mapping's entries in the order they are written; what is not there is left out.</summary>
sealed class EntryList
{
    readonly List<MappingEntry> _entries = [];

    public Mapping ToMapping() => new([.. _entries]);

    public EntryList Add(string key, Node? value)
    {
        if (value is not null)
            _entries.Add(new MappingEntry(new Scalar(key), value));
        return this;
    }

    public EntryList Add(string key, string? text) => Add(key, text is null ? null : new Scalar(text));

    public EntryList Add(string key, bool? flag) => Add(key, flag is { } value ? Scalar.Of(value) : null);

    public EntryList Add(string key, Expressible<bool>? flag) => Add(key, flag, Scalar.Of);

    public EntryList Add(string key, Expressible<int>? number) => Add(key, number, Nodes.Of);

    public EntryList Add<T>(string key, Expressible<T>? value, Func<T, Node> toNode) =>
        Add(key, value is null ? null : Nodes.Of(value, toNode));

    /// <summary>In brackets where it is short; null is left out, an empty one is not.</summary>
    public EntryList Add(string key, ValueList<string>? texts) => Add(key, texts is null ? null : Nodes.Inline(texts));

    /// <summary>One text by itself, several in brackets, none not at all.</summary>
    public EntryList AddOneOrMore(string key, ValueList<string> texts) =>
        texts.Count switch
        {
            0 => this,
            1 => Add(key, texts[0]),
            _ => Add(key, texts),
        };

    public EntryList Add(string key, ValueMap<string> texts) =>
        texts.Count == 0 ? this : Add(key, Nodes.Map(texts, text => new Scalar(text)));
}

/// <summary>Nodes of values.</summary>
static class Nodes
{
    public static Node Of<T>(Expressible<T> value, Func<T, Node> toNode) =>
        value.Expression is { } expression ? new Scalar(expression) : toNode(value.Literal);

    public static Node Of(int number) => new Scalar(number.ToString(CultureInfo.InvariantCulture), ScalarKind.Number);

    public static Node Inline(ValueList<string> texts) =>
        new Sequence([.. texts.Select(text => new Scalar(text))]) { Inline = true };

    public static Mapping Map<T>(ValueMap<T> map, Func<T, Node> toNode) =>
        new([
            .. map.Select(entry => new MappingEntry(
                new Scalar(entry.Key) { Comment = entry.Comment },
                toNode(entry.Value)
            )),
        ]);

    public static Node Of(Value value) =>
        value switch
        {
            TextValue { Text: var text } => new Scalar(text),
            NumberValue { Number: var number } => new Scalar(
                number.ToString("R", CultureInfo.InvariantCulture),
                ScalarKind.Number
            ),
            FlagValue { Flag: var flag } => Scalar.Of(flag),
            ListValue { Items: var items } => List(items),
            MapValue { Entries: var entries } => Map(entries, Of),
            _ => Scalar.Null,
        };

    public static Sequence List(ValueList<Value> items) => new([.. items.Select(Of)]) { Inline = true };
}
