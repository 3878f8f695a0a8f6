using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Jobs;

/// <summary>Nothing that a person has written is overwritten.</summary>
public static class HandWritten
{
    /// <param name="existing">What is in the workflow's file now; null when there is none.</param>
    /// <returns>Null when the file may be written.</returns>
    public static SpecProblem? Check(WorkflowSpec spec, string? existing) =>
        existing is null || GeneratedFile.IsGenerated(existing)
            ? null
            : new SpecProblem(
                spec.Place,
                $"{spec.File} has no line that says it is generated: somebody has written it by hand",
                $"Give the workflow another name than '{spec.Id}', or remove the file once what it does is stated here"
            );
}
