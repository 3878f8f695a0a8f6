namespace Slipway.Workflows.Model;

/// <summary>A value whose type GitHub keeps: of a matrix, of a reusable workflow's input, of a default.</summary>
public abstract record Value
{
    public static implicit operator Value(string text) => new TextValue(text);

    public static implicit operator Value(bool flag) => new FlagValue(flag);

    public static implicit operator Value(double number) => new NumberValue(number);
}

/// <summary>A string, also one that is or holds a <c>${{ }}</c> expression.</summary>
public sealed record TextValue(string Text) : Value;

/// <param name="Number">Finite.</param>
public sealed record NumberValue(double Number) : Value;

public sealed record FlagValue(bool Flag) : Value;

public sealed record NullValue : Value
{
    public static NullValue Instance { get; } = new();
}

public sealed record ListValue(ValueList<Value> Items) : Value;

public sealed record MapValue(ValueMap<Value> Entries) : Value;
