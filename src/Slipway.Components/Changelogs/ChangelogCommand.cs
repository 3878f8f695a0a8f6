using Serilog;
using Slipway.Releases;

namespace Slipway.Components.Changelogs;

/// <summary>The changelog as it is, or as it could become. <c>CHANGELOG.md</c> itself is a person's to change.</summary>
static class ChangelogCommand
{
    public static async Task RunAsync(IChangelog build)
    {
        if (build is { All: true, Draft: false })
            throw new BuildException("--all belongs to --draft: './build.sh Changelog --draft --all'.");
        if (build.Draft)
            await (build.All ? ProposeAllAsync(build) : ProposeAsync(build));
        else
            await ShowAsync(build);
    }

    static async Task ShowAsync(IChangelog build)
    {
        var log = await ReadAsync(build);
        var next = NextVersion(build);
        var findings = log.Check();
        if (build.Json)
            JsonOutput.Write(ChangelogReport.Of(log, findings, next).ToJson());
        foreach (var finding in findings)
            Log.Error("{Finding:l}", finding);
        if (findings.Count > 0)
            throw new BuildException($"CHANGELOG.md: {FindingCount.Of(findings.Count)}, listed above.");
        if (build.Json)
            return;

        foreach (var line in ChangelogText.Lines(log))
            Console.WriteLine(line);
        Console.WriteLine();
        Console.WriteLine($"Next version: {next} (./build.sh Version says why)");
    }

    static async Task ProposeAsync(IChangelog build)
    {
        var log = File.Exists(PathOf(build)) ? await ReadAsync(build) : null;
        var draft = await DraftHost.AskAsync(build, log);
        var page = await PageAsync(build, log);
        var file = build.ChangelogDirectory / "draft.md";
        await draft.WriteAsync(file, page);
        if (build.Json)
            JsonOutput.Write(DraftReport.Of(draft, build.Shown(file)).ToJson());
        else
            Console.Write(draft.ToMarkdown(page));

        foreach (var line in ChangelogText.Present(log))
            Log.Information("{Line:l}", line);
        if (draft.WhyNotAsked is { } why)
            Log.Information("Not asked which pull requests brought the commits: {Why:l}", why);
        Log.Information(
            "Entries proposed: {Entries}; commits not understood: {NotUnderstood}; written to {File:l}",
            draft.Entries.Count,
            draft.NotUnderstood.Count,
            build.Shown(file)
        );
    }

    /// <summary>Too long to be printed.</summary>
    static async Task ProposeAllAsync(IChangelog build)
    {
        var log = File.Exists(PathOf(build)) ? await ReadAsync(build) : null;
        var whole = await WholeChangelog.ReadAsync(build.RootDirectory, await PageAsync(build, log));
        var file = build.ChangelogDirectory / "CHANGELOG.md";
        await whole.WriteAsync(file);
        if (build.Json)
            JsonOutput.Write(WholeReport.Of(whole, build.Shown(file)).ToJson());
        Log.Information(
            "Commits: {Commits}; releases: {Releases}; entries: {Entries}; commits not understood: {NotUnderstood}; written to {File:l}",
            whole.Commits,
            whole.Releases,
            whole.Entries,
            whole.NotUnderstood,
            build.Shown(file)
        );
    }

    static string PathOf(IChangelog build) => build.RootDirectory / "CHANGELOG.md";

    static async Task<Changelog> ReadAsync(IChangelog build)
    {
        if (!File.Exists(PathOf(build)))
            throw new BuildException(
                "There is no CHANGELOG.md: './build.sh Changelog --draft --all' proposes one, to be edited and put there."
            );
        return await Changelog.ReadAsync(PathOf(build));
    }

    /// <summary>What the log's own links name goes before the remote: a fork links to where it came from.</summary>
    static async Task<Uri?> PageAsync(IChangelog build, Changelog? log) =>
        log?.Repository ?? await RepositoryPage.OfRemoteAsync(build.RootDirectory);

    static string NextVersion(IChangelog build) => build.Revision.Release.ToString();
}
