using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Reading;

/// <summary>Takes a mapping's values by their keys; a key that nobody took is an error.</summary>
sealed class Fields
{
    readonly Mapping _mapping;
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly string _path;

    /// <param name="file">For messages.</param>
    /// <param name="path">For messages: where the mapping is, for example <c>jobs.build</c>; empty at the top.</param>
    /// <exception cref="WorkflowException">It is no mapping.</exception>
    public Fields(string file, Node node, string path)
    {
        File = file;
        _path = path;
        _mapping = node as Mapping ?? throw Failure(node, "", "takes keys and values");
    }

    public string File { get; }

    public bool Has(string key) => _mapping.Entries.Any(entry => IsKey(entry, key));

    public Node? Take(string key)
    {
        _known.Add(key);
        return _mapping.Entries.FirstOrDefault(entry => IsKey(entry, key))?.Value;
    }

    public Node Require(string key) => Take(key) ?? throw Failure(_mapping, "", $"needs '{key}'");

    public string? Text(string key) => Take(key) is { } node ? TextOf(node, key) : null;

    public string RequireText(string key) => TextOf(Require(key), key);

    public bool? Flag(string key) =>
        Take(key) switch
        {
            null => null,
            Scalar { Kind: ScalarKind.Flag } scalar => IsTrue(scalar),
            var node => throw Failure(node, key, "takes true or false"),
        };

    public Expressible<bool>? ExpressibleFlag(string key) =>
        Expressible<bool>(
            key,
            node =>
                node is Scalar { Kind: ScalarKind.Flag } scalar
                    ? IsTrue(scalar)
                    : throw Failure(node, key, "takes true or false")
        );

    public Expressible<int>? ExpressibleNumber(string key) =>
        Expressible(
            key,
            node =>
                node is Scalar { Kind: ScalarKind.Number } scalar
                && NumberText.Parse(scalar.Text) is var number
                && number == Math.Floor(number)
                && Math.Abs(number) < int.MaxValue
                    ? (int)number
                    : throw Failure(node, key, "takes a whole number")
        );

    /// <summary>A <c>${{ }}</c> expression, or what <paramref name="read"/> makes of the node.</summary>
    public Expressible<T>? Expressible<T>(string key, Func<Node, T> read) =>
        Take(key) switch
        {
            null => null,
            var node => ExpressibleOf(node, read),
        };

    public static Expressible<T> ExpressibleOf<T>(Node node, Func<Node, T> read) =>
        node is Scalar { Kind: ScalarKind.Text } scalar && IsExpression(scalar.Text)
            ? Model.Expressible.From<T>(scalar.Text)
            : read(node);

    public T? Word<T>(string key)
        where T : struct, Enum =>
        Take(key) switch
        {
            null => null,
            var node => Words.Parse<T>(TextOf(node, key))
                ?? throw Failure(
                    node,
                    key,
                    $"takes one of {string.Join(", ", Enum.GetValues<T>().Select(member => Words.Of<T>(member)))}"
                ),
        };

    /// <summary>A list of texts, or one text by itself.</summary>
    public ValueList<string>? Texts(string key) =>
        Take(key) switch
        {
            null => null,
            Sequence sequence => ValueList.From(sequence.Items.Select(item => TextOf(item, key))),
            var node => [TextOf(node, key)],
        };

    public ValueMap<string> TextMap(string key) => Map(key, (name, node) => TextOf(node, $"{key}.{name}"));

    /// <summary>Empty when the key is not there or has nothing behind it.</summary>
    public ValueMap<T> Map<T>(string key, Func<string, Node, T> read) =>
        Take(key) switch
        {
            null or Scalar { Kind: ScalarKind.Null } => [],
            var node => MapOf(node, key, read),
        };

    public ValueMap<T> MapOf<T>(Node node, string key, Func<string, Node, T> read) =>
        node is Mapping mapping
            ? ValueMap.From(
                mapping.Entries.Select(entry => new Entry<T>(entry.Key.Text, read(entry.Key.Text, entry.Value)))
            )
            : throw Failure(node, key, "takes keys and values");

    public ValueList<T> ListOf<T>(Node node, string key, Func<Node, int, T> read) =>
        node is Sequence sequence
            ? ValueList.From(sequence.Items.Select(read))
            : throw Failure(node, key, "takes a list");

    /// <summary>What keys are left, once the known ones are taken.</summary>
    public IEnumerable<MappingEntry> Rest() => _mapping.Entries.Where(entry => !_known.Contains(entry.Key.Text));

    /// <summary>Call when everything is taken.</summary>
    public void Done()
    {
        if (Rest().FirstOrDefault() is { } unknown)
            throw Failure(unknown.Key, "", $"does not know '{unknown.Key.Text}', only {string.Join(", ", _known)}");
    }

    public Fields Inner(Node node, string key) => new(File, node, PathOf(key));

    public string PathOf(string key) => DocumentPaths.Join(_path, key);

    public WorkflowException Failure(Node node, string key, string problem) =>
        new(
            $"{File}{(node.At is { } at ? $":{at}" : "")}: {PathOf(key) switch { "" => "the workflow", var path => path }} {problem}"
        );

    public string TextOf(Node node, string key) =>
        node switch
        {
            Scalar { Kind: ScalarKind.Number } scalar => NumberText.Format(scalar.Text),
            Scalar { Kind: ScalarKind.Flag } scalar => IsTrue(scalar) ? "true" : "false",
            Scalar { Kind: ScalarKind.Null } => "",
            Scalar scalar => scalar.Text,
            _ => throw Failure(node, key, "takes a text"),
        };

    public Value ValueOf(Node node) =>
        node switch
        {
            Scalar { Kind: ScalarKind.Number } scalar => NumberText.Parse(scalar.Text),
            Scalar { Kind: ScalarKind.Flag } scalar => IsTrue(scalar),
            Scalar { Kind: ScalarKind.Null } => NullValue.Instance,
            Scalar scalar => scalar.Text,
            Sequence sequence => new ListValue(ValueList.From(sequence.Items.Select(ValueOf))),
            Mapping => new MapValue(MapOf(node, "", (_, value) => ValueOf(value))),
            _ => throw Failure(node, "", "takes a value"),
        };

    static bool IsKey(MappingEntry entry, string key) => entry.Key.Text.Equals(key, StringComparison.Ordinal);

    static bool IsTrue(Scalar flag) => flag.Text.Equals("true", StringComparison.OrdinalIgnoreCase);

    static bool IsExpression(string text) => text.TrimStart().StartsWith("${{", StringComparison.Ordinal);
}
