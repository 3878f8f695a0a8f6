using Serilog;
using Slipway.Components.Shipping;
using Slipway.Releases;

namespace Slipway.Components.Changelogs;

/// <summary>Asks GitHub which pull requests brought the commits of a draft, where that can be asked.</summary>
static class DraftHost
{
    /// <summary>Somebody waits for the draft, which is worth something without an answer too.</summary>
    static readonly GitHubPatience s_patience = new()
    {
        Attempts = 2,
        LongestWait = TimeSpan.FromSeconds(5),
        RequestLimit = TimeSpan.FromSeconds(10),
    };

    public static async Task<ChangelogDraft> AskAsync(IChangelog build, Changelog? log)
    {
        var (host, why) = Find(build, await RepositoryPage.AddressAsync(build.RootDirectory));
        if (host is not null)
            Log.Information("Asking {Repository:l} which pull requests brought the commits", host.Repository);
        var draft = await ChangelogDraft.ReadAsync(build.RootDirectory, log, host, Interrupt.Token);
        return draft with { WhyNotAsked = why ?? draft.WhyNotAsked };
    }

    static (IReleaseHost? Host, string? Why) Find(IChangelog build, string? remote)
    {
        if (!GitHubAddress.IsOnGitHub(remote))
            return (null, "origin is no repository on GitHub.");
        try
        {
            return (build.ReleaseHost(remote, s_patience), null);
        }
        catch (HostException none)
        {
            return (null, none.Message);
        }
    }
}
