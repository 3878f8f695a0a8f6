namespace Slipway.Releases;

/// <summary>A release under way: what was asked for, and what its steps have found so far.</summary>
sealed class ReleaseContext
{
    public required ReleaseRequest Request { get; init; }

    public required SemanticVersion Version { get; init; }

    /// <summary>As it was before the first step.</summary>
    public required ReleaseWorld World { get; init; }

    public required ReleaseRepository Repository { get; init; }

    public required IReleaseHost Host { get; init; }

    public required ReleaseContent Content { get; init; }

    public required ReleasedImage Image { get; init; }

    public string Tag => Request.TagOf(Version);

    /// <summary>Null before the first step has found or made it.</summary>
    public RollCommit? FoundRoll { get; set; }

    public RollCommit Roll => FoundRoll ?? throw new InvalidOperationException("The roll commit is not there yet.");

    /// <summary>Null before the tag is there.</summary>
    public bool? IsSigned { get; set; }

    /// <summary>As the host had it last; null: it has none.</summary>
    public HostedRelease? Release { get; set; }

    public long ReleaseId => Release?.Id ?? throw new InvalidOperationException("The host's release is not there yet.");

    /// <summary>Who could not be told, and why, a line each.</summary>
    public List<string> Untold { get; } = [];

    /// <param name="what">What is not as it should be, and where.</param>
    public ReleaseException NotVerified(string what) =>
        new($"{Tag} is published and does not verify: {what}. Find out why before anybody relies on it.");

    public async Task<ReleaseFacts> FactsAsync(CancellationToken cancellationToken) =>
        new(
            Tag,
            Roll,
            await Repository.ChangelogAsync(Roll.Commit, cancellationToken)
                ?? throw new InvalidOperationException("The roll commit has no changelog."),
            World.LastRelease?.Tag,
            Image,
            IsSigned ?? throw new InvalidOperationException("The tag is not there yet.")
        );
}
