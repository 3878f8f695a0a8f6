namespace Slipway.Releases;

/// <summary>The order of a release: what can be taken back comes first, what everybody sees last.</summary>
static class ReleaseSteps
{
    public static IReadOnlyList<IReleaseStep> Of(ReleaseContext context, TimeProvider time) =>
        [
            new RollChangelog(context, time),
            new MakeTag(context),
            new PushBoth(context),
            new DraftRelease(context),
            new UploadAssets(context),
            new PublishRelease(context),
            .. context.Request.Production is { } production && context.Image.Digest.Is(production.Image?.Digest)
                ? [new MarkDeployment(context, production)]
                : Array.Empty<IReleaseStep>(),
            new VerifyAsConsumer(context),
            .. context.Content.Channels.Count > 0 ? [new TellChannels(context, time)] : Array.Empty<IReleaseStep>(),
        ];
}
