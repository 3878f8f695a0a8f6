using System.Runtime.InteropServices;

namespace Slipway.Workflows.Expressions;

enum TokenKind
{
    /// <summary>A bracket, a comma, a dot, a star or an operator: its text says which.</summary>
    Sign,
    Name,
    Literal,
    End,
}

/// <param name="Offset">Counted from 0.</param>
/// <param name="Value">Of a literal.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Token(TokenKind Kind, string Text, int Offset, object? Value = null)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text.Equals(sign, StringComparison.Ordinal);
}
