// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines and comments.</summary>
/// <param name="streamWriter">Where they go; whoever made it disposes it.</param>
/// <param name="indentationFactor">Spaces for each level.</param>
/// <param name="commentPrefix">What begins a comment, such as <c>#</c>.</param>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int _level;

    public void WriteLine(string text = null) =>
        streamWriter.WriteLine(text is null ? "" : ' '.Repeat(_level * indentationFactor) + text);

    public void WriteComment(string text = null) => WriteLine($"{commentPrefix} {text}".TrimEnd());

    public void Write(Action<CustomFileWriter> writer) => writer(this);

    /// <summary>One level deeper until it is disposed.</summary>
    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => _level++, () => _level--);
}
