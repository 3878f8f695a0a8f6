using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Jobs;

/// <summary>Nothing that a person has written is overwritten.</summary>
public static class HandWritten
{
    /// <param name="existing">What is in the workflow's file now; null when there is none.</param>
    /// <returns>Null when the file may be written.</returns>
    public static SpecProblem? Check(WorkflowSpec spec, string? existing) => Check(spec.File, spec.Place, existing);

    /// <inheritdoc cref="Check(WorkflowSpec, string?)"/>
    public static SpecProblem? Check(CalledWorkflow called, string? existing) =>
        Check(called.File, called.Place, existing);

    static SpecProblem? Check(string file, SourcePlace place, string? existing) =>
        existing is null || GeneratedFile.IsGenerated(existing)
            ? null
            : new SpecProblem(
                place,
                $"{file} has no line that says it is generated: somebody has written it by hand",
                $"Give the workflow another name than '{Path.GetFileNameWithoutExtension(file)}', or remove the file once what it does is stated here"
            );
}
