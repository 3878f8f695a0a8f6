using System.Globalization;
using Slipway.Workflows.Documents;

namespace Slipway.Workflows.Reading;

/// <summary>Names the places of a workflow, <c>jobs.build.steps[0].run</c>, and knows where they are in its file.</summary>
public sealed class DocumentPaths
{
    readonly Dictionary<string, Position> _positions = new(StringComparer.Ordinal);

    internal DocumentPaths(Node root) => Collect(root, "");

    /// <summary>Where that place is, or the nearest one around it that is in the file: what is missing has no line.</summary>
    public Position? Find(string path)
    {
        for (var place = path; place.Length > 0; place = Parent(place))
        {
            if (_positions.TryGetValue(place, out var position))
                return position;
        }
        return _positions.TryGetValue("", out var top) ? top : null;
    }

    public static string Join(string path, string key) =>
        path.Length == 0 ? key
        : key.Length == 0 ? path
        : $"{path}.{key}";

    public static string Join(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    static string Parent(string path) => path.LastIndexOfAny(['.', '[']) is var end and > 0 ? path[..end] : "";

    void Collect(Node node, string path)
    {
        if (node.At is { } at)
            _positions.TryAdd(path, at);
        switch (node)
        {
            case Mapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    var place = Join(path, key.Text);
                    // A key's line is where a person looks, also when its value begins below.
                    if (key.At is { } keyAt)
                        _positions.TryAdd(
                            place,
                            value is Scalar { At: { } valueAt } && valueAt.Line == keyAt.Line ? valueAt : keyAt
                        );
                    Collect(value, place);
                }
                break;
            case Sequence sequence:
                for (var index = 0; index < sequence.Items.Count; index++)
                    Collect(sequence.Items[index], Join(path, index));
                break;
        }
    }
}
