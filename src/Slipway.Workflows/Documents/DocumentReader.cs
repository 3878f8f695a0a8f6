using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Slipway.Workflows.Documents;

/// <summary>
/// Reads a document with its positions, and as GitHub does: YAML 1.2's core schema, anchors and aliases, no merge keys,
/// and no key twice in whatever case.
/// </summary>
sealed partial class DocumentReader
{
    /// <summary>Deeper than any workflow; a document made to exhaust the stack is refused before it does.</summary>
    const int MaximalDepth = 100;

    /// <summary>An alias of an alias of an alias grows beyond every memory.</summary>
    const int MaximalNodes = 200_000;

    readonly string _file;
    readonly Parser _parser;
    readonly Dictionary<AnchorName, Node> _anchors = [];
    int _nodes;

    DocumentReader(string file, string text)
    {
        _file = file;
        _parser = new Parser(new StringReader(text));
    }

    /// <param name="file">For messages.</param>
    /// <exception cref="WorkflowException">It is not YAML, or not one mapping.</exception>
    public static Mapping Read(string text, string file)
    {
        var reader = new DocumentReader(file, text);
        try
        {
            reader._parser.Consume<StreamStart>();
            if (reader._parser.Accept<StreamEnd>(out _))
                throw new WorkflowException($"{file}: the file is empty; a workflow has `on` and `jobs`");
            reader._parser.Consume<DocumentStart>();
            var root = reader.ReadNode(depth: 0);
            reader._parser.Consume<DocumentEnd>();
            if (!reader._parser.Accept<StreamEnd>(out _))
                throw reader.Failure(Where(reader._parser.Current!), "a second document; a workflow's file holds one");
            return root as Mapping
                ?? throw reader.Failure(root.At, "not a mapping; a workflow has `on` and `jobs` at the top");
        }
        catch (YamlException failure)
        {
            throw new WorkflowException($"{file}:{Where(failure.Start)}: not YAML: {failure.Message}", failure);
        }
    }

    Node ReadNode(int depth)
    {
        if (depth > MaximalDepth)
            throw Failure(Where(_parser.Current!), $"more than {MaximalDepth} levels deep");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var anchored)
                ? Counted(anchored)
                : throw Failure(Where(alias), $"the alias *{alias.Value} has no anchor above it");
        }
        var at = Where(_parser.Current!);
        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        Node node;
        if (_parser.TryConsume<SequenceStart>(out _))
            node = new Sequence([.. ReadItems(depth)]) { At = at };
        else if (_parser.TryConsume<MappingStart>(out _))
            node = new Mapping([.. ReadEntries(depth)]) { At = at };
        else
            node = ReadScalar(_parser.Consume<YamlDotNet.Core.Events.Scalar>());
        if (!anchor.IsEmpty)
            _anchors[anchor] = node;
        _nodes++;
        return node;
    }

    IEnumerable<Node> ReadItems(int depth)
    {
        while (!_parser.TryConsume<SequenceEnd>(out _))
            yield return ReadNode(depth + 1);
    }

    IEnumerable<MappingEntry> ReadEntries(int depth)
    {
        var keys = new Dictionary<string, Position?>(StringComparer.OrdinalIgnoreCase);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not Scalar key)
                throw Failure(Where(_parser.Current!), "a key must be a text");
            if (!keys.TryAdd(key.Text, key.At))
                throw Failure(key.At, $"the key '{key.Text}' is there twice, first on line {keys[key.Text]?.Line}");
            yield return new MappingEntry(key, ReadNode(depth + 1));
        }
    }

    Node Counted(Node node)
    {
        _nodes += Size(node);
        return _nodes <= MaximalNodes ? node : throw Failure(node.At, "its aliases make the document too large");
    }

    static int Size(Node node) =>
        node switch
        {
            Sequence sequence => 1 + sequence.Items.Sum(Size),
            Mapping mapping => 1 + mapping.Entries.Sum(entry => 1 + Size(entry.Value)),
            _ => 1,
        };

    static Scalar ReadScalar(YamlDotNet.Core.Events.Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain ? KindOf(scalar.Value) : ScalarKind.Text)
        {
            At = Where(scalar),
        };

    /// <summary>YAML 1.2's core schema (10.3.2).</summary>
    static ScalarKind KindOf(string plain) =>
        plain switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Flag,
            _ when Number().IsMatch(plain) => ScalarKind.Number,
            _ => ScalarKind.Text,
        };

    [GeneratedRegex(
        @"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();

    WorkflowException Failure(Position? at, string problem) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_file}:{at}: {problem}"));

    static Position Where(ParsingEvent parsed) => Where(parsed.Start);

    static Position Where(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
