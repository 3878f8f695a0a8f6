namespace Slipway.Workflows.Validation;

/// <summary>Why GitHub would not take a workflow, or would not do what it says.</summary>
/// <param name="Path">Its place, for example <c>jobs.build.steps[0].run</c>.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record Problem(string Path, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
