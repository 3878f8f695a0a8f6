namespace Slipway.Releases;

/// <summary>The host knows which commit production runs, and that it is this release.</summary>
sealed class MarkDeployment(ReleaseContext context, ProductionState production) : IReleaseStep
{
    public string Title => "Mark the deployment";

    LiveDeployment Live =>
        new(
            context.Host,
            production.Environment,
            context.Roll.Base,
            $"{context.Tag}, {context.Image.Digest}",
            production.Url
        );

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken) =>
        await Live.IsMarkedAsync(cancellationToken)
            ? new StepAnswer.Done($"{production.Environment} runs it")
            : new StepAnswer.Open();

    public Task DoAsync(CancellationToken cancellationToken) => Live.MarkAsync(cancellationToken);
}
