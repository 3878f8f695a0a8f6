namespace Slipway.Releases;

/// <summary>
/// Whom a release was told, kept at the remote: whichever machine finishes a release finds it there. Each is a reference to
/// the tag, outside of branches and tags, so that nobody fetches it who does not ask for it by name.
/// </summary>
sealed partial class ReleaseRepository
{
    /// <summary>The channels that were told of a tag.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string tag, CancellationToken cancellationToken) =>
        [
            .. (await git.RunAsync(cancellationToken, "ls-remote", remote, $"{PlaceOf(tag)}*")).Select(line =>
                line[(line.LastIndexOf('/') + 1)..]
            ),
        ];

    /// <summary>Records that a channel was told.</summary>
    /// <param name="id">The tag object's.</param>
    public Task RecordToldAsync(string tag, string id, string channel, CancellationToken cancellationToken) =>
        git.RunAsync(cancellationToken, "push", "--quiet", remote, $"{id}:{PlaceOf(tag)}{channel}");

    static string PlaceOf(string tag) => $"refs/slipway/told/{tag}/";
}
