namespace Slipway.Workflows;

/// <summary>
/// On a target's property: an output that later jobs may take. The target writes it with <see cref="StepOutputs.Set"/>.
/// </summary>
/// <param name="output">For example <c>digest</c>.</param>
/// <param name="description">What it is, as a comment has it: <c>of the image that was pushed</c>.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class YieldsAttribute(string output, string description) : Attribute
{
    public string Output => output;
    public string Description => description;
}
