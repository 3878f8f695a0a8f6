namespace Slipway.Releases;

/// <summary>The host knows which commit production runs, and that it is this release.</summary>
sealed class MarkDeployment(ReleaseContext context, ProductionState production) : IReleaseStep
{
    public string Title => "Mark the deployment";

    string Description => $"{context.Tag}, {context.Image.Digest}";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var host = context.Host;
        var found = await host.FindDeploymentAsync(context.Roll.Base, production.Environment, cancellationToken);
        if (found is null)
            return new StepAnswer.Open();
        var statuses = await host.ListStatusesAsync(found.Id, cancellationToken);
        // A later deployment makes this one inactive, which is no reason to mark it again.
        return statuses.Any(status => status.State is DeploymentState.Success && status.Description.Is(Description))
            ? new StepAnswer.Done($"{production.Environment} runs it")
            : new StepAnswer.Open();
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        var deployment = await context.Host.CreateDeploymentAsync(
            new DeploymentRecord(context.Roll.Base, production.Environment, Description, IsProduction: true),
            cancellationToken
        );
        await context.Host.AddStatusAsync(
            deployment.Id,
            new DeploymentStatus(DeploymentState.Success, Description, production.Url),
            cancellationToken
        );
    }
}
