namespace Slipway.Releases;

/// <summary>How long GitHub is waited for, and how often it is asked again.</summary>
public sealed record GitHubPatience
{
    /// <summary>Of one request, the first one included; default 5.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Before the second attempt; each further one waits twice as long. Default 1 s.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait that is worth it; a limit that ends later is a failure at once, which says when. Default 2 min:
    /// GitHub asks for a minute after a secondary limit that names no time.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For one request with its answer. Default 100 s.</summary>
    public TimeSpan RequestLimit { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>For the upload or the download of one asset. Default 15 min.</summary>
    public TimeSpan TransferLimit { get; init; } = TimeSpan.FromMinutes(15);
}
