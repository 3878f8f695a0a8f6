using System.Globalization;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>
/// GitHub's loose types (docs.github.com: "Evaluate expressions in workflows and actions", operators). Where the runner
/// and GitHub's package for editors differ, it is the runner that counts: actions/runner, EvaluationResult and
/// ExpressionUtility.
/// </summary>
static class Coercions
{
    const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool IsTrue(Value value) =>
        value switch
        {
            NullValue => false,
            FlagValue flag => flag.Flag,
            NumberValue number => number.Number != 0 && !double.IsNaN(number.Number),
            TextValue text => text.Text.Length > 0,
            _ => true,
        };

    public static bool IsPrimitive(Value value) => value is NullValue or FlagValue or NumberValue or TextValue;

    public static string ToText(Value value) =>
        value switch
        {
            NullValue => "",
            FlagValue flag => flag.Flag ? "true" : "false",
            NumberValue { Number: 0 } => "0",
            NumberValue number => number.Number.ToString("G15", CultureInfo.InvariantCulture),
            TextValue text => text.Text,
            MapValue => "Object",
            _ => "Array",
        };

    public static double ToNumber(Value value) =>
        value switch
        {
            NullValue => 0,
            FlagValue flag => flag.Flag ? 1 : 0,
            NumberValue number => number.Number,
            TextValue text => ToNumber(text.Text),
            _ => double.NaN,
        };

    public static bool AreEqual(Value left, Value right) =>
        Coerce(left, right) switch
        {
            (NullValue, NullValue) => true,
            // Not a number is equal to nothing.
            (NumberValue one, NumberValue other) => one.Number == other.Number,
            (TextValue one, TextValue other) => one.Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase),
            (FlagValue one, FlagValue other) => one.Flag == other.Flag,
            var (one, other) => ReferenceEquals(one, other),
        };

    public static bool IsGreater(Value left, Value right) =>
        Coerce(left, right) switch
        {
            (NumberValue one, NumberValue other) => one.Number > other.Number,
            (TextValue one, TextValue other) => string.Compare(one.Text, other.Text, StringComparison.OrdinalIgnoreCase)
                > 0,
            (FlagValue one, FlagValue other) => one.Flag && !other.Flag,
            _ => false,
        };

    /// <summary>Of different types, null, flags and texts become numbers. Lists and maps stay what they are.</summary>
    static (Value, Value) Coerce(Value left, Value right)
    {
        if (left.GetType() == right.GetType() || !IsPrimitive(left) || !IsPrimitive(right))
            return (left, right);
        return (new NumberValue(ToNumber(left)), new NumberValue(ToNumber(right)));
    }

    static double ToNumber(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return 0;
        if (double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return int.TryParse(
                text.AsSpan(2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var hexadecimal
            )
                ? hexadecimal
                : double.NaN;
        }
        return text.StartsWith("0o", StringComparison.Ordinal) ? Octal(text[2..]) : double.NaN;
    }

    static double Octal(string digits)
    {
        if (digits.Length is 0 or > 11 || digits.Any(digit => digit is < '0' or > '7'))
            return double.NaN;
        var number = Convert.ToInt64(digits, 8);
        return number <= uint.MaxValue ? (int)(uint)number : double.NaN;
    }
}
