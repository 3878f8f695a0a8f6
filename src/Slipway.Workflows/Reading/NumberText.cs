using System.Globalization;

namespace Slipway.Workflows.Reading;

/// <summary>YAML's numbers: what they are, and the text that GitHub makes of them where it wants one (1.10 is "1.1").</summary>
static class NumberText
{
    public static double Parse(string number)
    {
        if (number.StartsWith("0x", StringComparison.Ordinal))
            return Whole(number[2..], 16);
        if (number.StartsWith("0o", StringComparison.Ordinal))
            return Whole(number[2..], 8);
        var sign = number.StartsWith('-') ? -1 : 1;
        return number.TrimStart('-', '+').ToUpperInvariant() switch
        {
            ".INF" => sign * double.PositiveInfinity,
            ".NAN" => double.NaN,
            _ => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
    }

    public static string Format(string number)
    {
        var value = Parse(number);
        return value == Math.Floor(value) && Math.Abs(value) < 1e21
            ? value.ToString("F0", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }

    static double Whole(string digits, int radix) =>
        digits.Aggregate(0.0, (sum, digit) => (sum * radix) + Convert.ToInt32(digit.ToString(), 16));
}
