using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>A reusable workflow that a job of another one calls.</summary>
/// <param name="File">Relative to the root.</param>
/// <param name="Place">Where the job is stated.</param>
public sealed record CalledWorkflow(string File, SourcePlace Place, Workflow Workflow);
