namespace Slipway.Workflows.Jobs;

/// <summary>What a job gives a parameter of the build.</summary>
public abstract record ParameterValue
{
    public static implicit operator ParameterValue(string text) => new LiteralValue(text);

    public static implicit operator ParameterValue(bool flag) => new LiteralValue(flag ? null : "false");

    public static implicit operator ParameterValue(int number) =>
        new LiteralValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Stands on the command line.</summary>
/// <param name="Text">Null is a switch: the parameter's name alone.</param>
public sealed record LiteralValue(string? Text) : ParameterValue;

/// <summary>Comes through the environment, so that no shell reads it.</summary>
/// <param name="Expression">Without <c>${{ }}</c>.</param>
public sealed record ExpressionValue(string Expression) : ParameterValue;

/// <summary>What another job's target has yielded; the job waits for it.</summary>
public sealed record OutputValue(string Target, string Output) : ParameterValue;

/// <summary>Values of parameters that are known only when a job runs.</summary>
public static class From
{
    /// <param name="expression">Without <c>${{ }}</c>: <c>inputs.environment</c>, <c>vars.SLIPWAY_STATE</c>.</param>
    public static ParameterValue Expression(string expression) => new ExpressionValue(expression);

    /// <param name="target">A target of another job of this workflow.</param>
    /// <param name="output">What it declares with <see cref="YieldsAttribute"/>.</param>
    public static ParameterValue Output(string target, string output) => new OutputValue(target, output);
}
