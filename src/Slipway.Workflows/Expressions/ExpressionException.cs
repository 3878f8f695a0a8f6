using System.Globalization;

namespace Slipway.Workflows.Expressions;

/// <summary>An expression that GitHub would not take.</summary>
/// <param name="offset">Where, counted from 0 in the text that was parsed.</param>
public sealed class ExpressionException(string problem, int offset)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{problem}, at character {offset + 1}"))
{
    public int Offset { get; } = offset;
}
