using Slipway.Workflows.Documents;

namespace Slipway.Workflows.Audit;

/// <summary>One place where a workflow breaks a rule.</summary>
/// <param name="Rule">The rule's name, for example <c>template-injection</c>.</param>
/// <param name="File">The workflow's file.</param>
/// <param name="Path">The place, for example <c>jobs.build.steps[0].run</c>.</param>
/// <param name="At">Where that is in the file; null when the workflow was not read from one.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Finding(string Rule, string File, string Path, Position? At, string Message, string Remedy)
{
    /// <summary>In the form of compilers, so that editors and terminals link it.</summary>
    public override string ToString() =>
        $"{File}{(At is { } at ? $":{at}" : "")}: {Rule}: {(Path.Length == 0 ? "" : $"{Path}: ")}{Message}. {Remedy}";
}
