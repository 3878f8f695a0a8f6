namespace Slipway.Releases;

/// <summary>Makes a release, or finishes one.</summary>
public sealed class Releaser
{
    readonly ReleaseRepository _repository;
    readonly TimeProvider _time;
    readonly ReleaseRequest _request;

    /// <param name="root">A directory of the repository, with its changelog.</param>
    /// <param name="gitLimit">How long one git command may take, a push too; default 5 minutes.</param>
    /// <param name="program">Git's name or path.</param>
    public Releaser(
        string root,
        ReleaseRequest request,
        TimeProvider? time = null,
        TimeSpan? gitLimit = null,
        string program = "git"
    )
    {
        var git = new Git(root, program)
        {
            Limit = gitLimit ?? TimeSpan.FromMinutes(5),
            Credential = request.Credential,
        };
        _repository = new ReleaseRepository(git, request.Remote);
        (_request, _time) = (request, time ?? TimeProvider.System);
    }

    /// <summary>What is to be released, and what stands against it; changes nothing.</summary>
    /// <exception cref="ReleaseException">Git or the remote does not answer.</exception>
    public async Task<ReleaseProspect> LookAsync(CancellationToken cancellationToken = default)
    {
        var (version, world) = await new WorldReader(_repository, _request, cancellationToken).ReadAsync();
        return new ReleaseProspect(
            version,
            world,
            _request.ImageFor(world),
            [.. Refusals.Of(world, _request, version)]
        );
    }

    /// <summary>The address of the remote that is released to; null: there is no such remote.</summary>
    public Task<string?> RemoteUrlAsync(CancellationToken cancellationToken = default) =>
        _repository.RemoteUrlAsync(cancellationToken);

    /// <summary>Does what is left to do.</summary>
    /// <param name="prospect">What <see cref="LookAsync"/> has answered, without refusals.</param>
    /// <exception cref="ReleaseException">A step was refused or failed; another run goes on from there.</exception>
    public async Task<ReleaseResult> RunAsync(
        ReleaseProspect prospect,
        IReleaseHost host,
        ReleaseContent content,
        IReleaseObserver observer,
        CancellationToken cancellationToken = default
    )
    {
        if (prospect.Refusals is [var first, ..])
            throw new ReleaseException(first.ToString());
        var context = new ReleaseContext
        {
            Request = _request,
            Version = prospect.Version,
            World = prospect.World,
            Repository = _repository,
            Host = host,
            Content = content,
            Image = await ImageAsync(prospect, cancellationToken),
        };
        var changed = await new ReleaseRun(observer, cancellationToken).RunAsync(ReleaseSteps.Of(context, _time));
        return new ReleaseResult(
            context.Version.ToString(),
            context.Tag,
            context.Roll.Commit,
            context.Image.Commit,
            context.Image.Digest,
            context.IsSigned is true,
            context.Release!.Page,
            changed
        )
        {
            Untold = context.Untold,
        };
    }

    /// <summary>Once the tag is at the remote it says which image this is; production may have moved on.</summary>
    async Task<ReleasedImage> ImageAsync(ReleaseProspect prospect, CancellationToken cancellationToken)
    {
        var tag = _request.TagOf(prospect.Version);
        if (prospect.World.IsPushed)
        {
            if (prospect.World.LocalTag is null)
                await _repository.FetchTagAsync(tag, cancellationToken);
            var text = await _repository.TagTextAsync(prospect.World.RemoteTag!, cancellationToken);
            return (text is null ? null : TagMessage.ReadImage(text, prospect.World.Base))
                ?? throw new ReleaseException(
                    $"The tag {tag} at {_request.Remote} names no image, so it was not made by Release: finish that release "
                        + "by hand, at the host."
                );
        }

        return prospect.Image ?? throw new InvalidOperationException("A release without an image was not refused.");
    }
}

/// <summary>A release before it is one.</summary>
/// <param name="Image">Null: there is none, or the pushed tag says which.</param>
/// <param name="Refusals">What stands against it; empty: nothing does.</param>
public sealed record ReleaseProspect(
    SemanticVersion Version,
    ReleaseWorld World,
    ReleasedImage? Image,
    IReadOnlyList<Refusal> Refusals
);

/// <summary>A release that is out, and verified.</summary>
/// <param name="Commit">The full id of the commit that the tag is on.</param>
/// <param name="BuiltFrom">The full id of the commit that the image was built from: its parent.</param>
/// <param name="Digest">The image's.</param>
/// <param name="Page">The host's page for people.</param>
/// <param name="Changed">False: it was out already, and was only verified again.</param>
public sealed record ReleaseResult(
    string Version,
    string Tag,
    string Commit,
    string BuiltFrom,
    string Digest,
    bool IsSigned,
    Uri Page,
    bool Changed
)
{
    /// <summary>Who could not be told of it, and why, a line each.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];
}
