namespace Slipway.Workflows.Model;

/// <summary>A literal, or the <c>${{ }}</c> expression that yields it on GitHub.</summary>
/// <param name="Literal">Counts only without an expression.</param>
/// <param name="Expression">With its <c>${{ }}</c>.</param>
public sealed record Expressible<T>(T Literal, string? Expression)
{
    public static implicit operator Expressible<T>(T literal) => new(literal, null);

    public override string ToString() => Expression ?? $"{Literal}";
}

public static class Expressible
{
    /// <param name="expression">With its <c>${{ }}</c>.</param>
    public static Expressible<T> From<T>(string expression) => new(default!, expression);
}
