// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Runtime.CompilerServices;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Makes a command line of an interpolated string: values and paths with spaces are put in quotes.
/// <c>{value:r}</c> is a secret, redacted in log and output; <c>{value:nq}</c> gets no quotes.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private const string Redacted = "[REDACTED]";

    private DefaultInterpolatedStringHandler _text;
    private readonly List<string> _secrets;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
        _secrets = [];
        handlerIsValid = true;
    }

    public static implicit operator ArgumentStringHandler(string value) => $"{value.NotNull()}";

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted(object obj, int alignment = 0, string format = null)
    {
        switch (obj)
        {
            case string secret when format is "r":
                _secrets.Add(secret);
                _text.AppendFormatted(secret, alignment);
                break;
            case string text:
                var isDone = format is "nq" || text.IsDoubleQuoted() || text.IsSingleQuoted();
                _text.AppendFormatted(isDone ? text : text.DoubleQuoteIfNeeded(), alignment);
                break;
            case IAbsolutePathHolder holder:
                _text.AppendFormatted(holder.Path, alignment, format ?? AbsolutePath.DoubleQuoteIfNeeded);
                break;
            default:
                _text.AppendFormatted(obj?.ToString(), alignment);
                break;
        }
    }

    /// <summary>Appends paths with spaces between them.</summary>
    public void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null)
    {
        var isFirst = true;
        foreach (var path in paths)
        {
            if (!isFirst)
                _text.AppendLiteral(" ");
            AppendFormatted((object)path, alignment, format);
            isFirst = false;
        }
    }

    /// <summary>The command line. One that is a single quoted value, such as a plain string, loses its quotes.</summary>
    public string ToStringAndClear()
    {
        var text = _text.ToStringAndClear();
        return text.Length > 1 && text.IndexOf('"', startIndex: 1) == text.Length - 1
            ? text.TrimMatchingDoubleQuotes()
            : text;
    }

    /// <summary>What takes this command line's secrets out of a text.</summary>
    public Func<string, string> GetFilter() => RedactionOf(_secrets);

    internal static Func<string, string> RedactionOf(IReadOnlyCollection<string> secrets) =>
        text =>
            secrets
                .Where(x => !string.IsNullOrEmpty(x))
                .Aggregate(text, (rest, secret) => rest.Replace(secret, Redacted, StringComparison.Ordinal));
}
