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
            var length = ArgumentLength(rest, format.Length - rest.Length);
            text.Append(Coercions.ToText(Argument(rest[1..(length - 1)], arguments)));
            rest = rest[length..];
        }
        return text.Append(rest).ToString();
    }

    static int ArgumentLength(ReadOnlySpan<char> rest, int offset)
    {
        foreach (var match in ArgumentPattern().EnumerateMatches(rest))
            return match.Length;
        // The text may hold a secret: where it fails is said, not what it is.
        throw new EvaluationException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"format(): no bracket fits at character {offset + 1}: write {{0}} for an argument, {{{{ or }}}} for a bracket."
            )
        );
    }

    static Value Argument(ReadOnlySpan<char> digits, ReadOnlySpan<Value> arguments) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var index) && index < arguments.Length
            ? arguments[index]
            : throw new EvaluationException(
                $"format(): there is no argument for {{{digits}}}: there are {arguments.Length}, counted from 0."
            );

    [GeneratedRegex(@"^\{[0-9]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArgumentPattern();
}
