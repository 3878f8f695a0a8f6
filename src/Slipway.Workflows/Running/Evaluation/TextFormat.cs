using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary><c>format('{0} of {1}', …)</c>; <c>{{</c> and <c>}}</c> stand for one bracket.</summary>
static partial class TextFormat
{
    /// <exception cref="EvaluationException">A bracket is alone, or a number has no argument.</exception>
    public static string Format(string format, ReadOnlySpan<Value> arguments)
    {
        var text = new StringBuilder();
        var rest = format.AsSpan();
        while (rest.IndexOfAny('{', '}') is var at and >= 0)
        {
            text.Append(rest[..at]);
            rest = rest[at..];
            if (rest.Length > 1 && rest[0] == rest[1])
            {
                text.Append(rest[0]);
                rest = rest[2..];
                continue;
            }
            var length = ArgumentLength(rest, format);
            text.Append(Coercions.ToText(Argument(rest[1..(length - 1)], arguments, format)));
            rest = rest[length..];
        }
        return text.Append(rest).ToString();
    }

    static int ArgumentLength(ReadOnlySpan<char> rest, string format)
    {
        foreach (var match in ArgumentPattern().EnumerateMatches(rest))
            return match.Length;
        throw new EvaluationException(
            $"format(): the brackets in '{format}' do not fit: write {{0}} for an argument, {{{{ and }}}} for a bracket."
        );
    }

    static Value Argument(ReadOnlySpan<char> digits, ReadOnlySpan<Value> arguments, string format) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var index) && index < arguments.Length
            ? arguments[index]
            : throw new EvaluationException(
                $"format(): '{format}' asks for {{{digits}}}, and there are {arguments.Length} arguments."
            );

    [GeneratedRegex(@"^\{[0-9]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArgumentPattern();
}
