using System.Text.Json;
using Nuke.Common;
using Serilog;
using Slipway.Components.Shipping;
using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>Makes a release of what production serves, or finishes one that was begun.</summary>
static class ReleaseCommand
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task RunAsync(IRelease build)
    {
        var request = await RequestAsync(build);
        var releaser = new Releaser(build.RootDirectory, request);
        var prospect = await releaser.LookAsync(Interrupt.Token);
        var checks = prospect.World.IsPushed ? [] : Checks(build, prospect);
        var record = RunRecord.Of(build);
        record.Release = new ReleaseRecord(prospect, checks);
        Refuse(build, prospect, checks);
        var host = await HostAsync(build, releaser);
        var result = await Work.ShowAsync(
            record,
            $"Release {request.TagOf(prospect.Version)}",
            progress =>
                releaser.RunAsync(prospect, host, Content(build, host), new ReleaseView(progress), Interrupt.Token),
            isPart: true
        );
        record.Release = record.Release with { Page = result.Page };
        Say(build, prospect, result);
    }

    static async Task<ReleaseRequest> RequestAsync(IRelease build) =>
        new()
        {
            Calculated = build.Revision.Release,
            Given = build.GivenVersion,
            WithoutSignature = build.Unsigned,
            HasStatements = build is IProvenance,
            Credential = await CredentialAsync(build),
            Production = await Production.OfAsync(build),
            Images = Production.Images(build.Store),
        };

    /// <summary>Whoever sits at a machine has git's own ways to say who they are; a job has the token that it was given.</summary>
    static async Task<GitCredential?> CredentialAsync(IRelease build) =>
        NukeBuild.IsServerBuild
        && build.GitHubToken is { Length: > 0 } token
        && await RepositoryPage.OfRemoteAsync(build.RootDirectory, cancellationToken: Interrupt.Token) is { } page
            ? new GitCredential(new Uri(page, "/"), token)
            : null;

    /// <exception cref="BuildException">Something stands against it; all of it is logged.</exception>
    static void Refuse(IRelease build, ReleaseProspect prospect, IReadOnlyList<ReleaseCheck> checks)
    {
        if (checks.Count > 0 && !build.Json)
            CheckTable.Of(checks).WriteToConsole();
        foreach (var refusal in prospect.Refusals)
            Log.Error("{Refusal:l}", refusal);
        var reasons = CheckTable.Reasons(checks);
        foreach (var reason in reasons)
            Log.Error("{Reason:l}", reason);
        if (prospect.Refusals.Count + reasons.Count > 0)
            throw new BuildException(
                $"{prospect.Version} is not released, and nothing was changed: "
                    + (prospect.Refusals.Count + reasons.Count == 1 ? "why" : "each reason")
                    + " is listed above, with what to do."
            );
    }

    static IReadOnlyList<ReleaseCheck> Checks(IRelease build, ReleaseProspect prospect)
    {
        var directory = build.ChecksDirectory;
        var commit = prospect.World.Base;
        var kept = CommitChecks.Read(directory, commit);
        return CheckList.Of(
            ReleaseBranches.Of(prospect.World.Branch) ?? ReleaseBranch.Main,
            kept,
            build.ReleasedSuites,
            build.Shown(directory),
            Others(build, prospect, kept)
        );
    }

    static IEnumerable<ReleaseCheck> Others(IRelease build, ReleaseProspect prospect, CommitChecks kept)
    {
        var world = prospect.World;
        yield return VersionCheck.Of(
            kept,
            prospect.Version,
            build.Revision.Release,
            build.Shown(build.ChecksDirectory)
        );
        yield return FormCheck.Of(world);
        if (prospect.Image is not { } image)
            yield break;
        foreach (var asset in ReleaseAssets.Checks(build, image))
            yield return asset;
        if (build.Backend.Migrations is not null)
            yield return RehearsalCheck.Of(build.StateDirectory.Environment(build.ReleasedFrom), image.Digest);
    }

    static async Task<IReleaseHost> HostAsync(IRelease build, Releaser releaser) =>
        build.ReleaseHost(await releaser.RemoteUrlAsync(Interrupt.Token), new GitHubPatience());

    static ReleaseContent Content(IRelease build, IReleaseHost host) =>
        new()
        {
            Notes = (facts, cancellation) => ReleaseNotesText.WriteAsync(build, host, facts, cancellation),
            Files = image => ReleaseAssets.Files(build, image),
            Statements = image => ReleaseAssets.Statements(build, image),
            Inspect = (file, image) => ReleaseAssets.Inspect(build, file, image),
            Backend = build.Backend.Name,
            Channels = Notices.ChannelsOf(build),
            Directory = build.ArtifactsDirectory / "release",
            PullManifest = digest => Production.PullManifest(build.Store, digest),
        };

    static void Say(IRelease build, ReleaseProspect prospect, ReleaseResult result)
    {
        if (build.Json)
            JsonOutput.Write(JsonSerializer.Serialize(result, s_json));
        Log.Information(
            result.Changed
                ? "{Version:l} is released: {Page:l}"
                : "{Version:l} was released already, and verifies: {Page:l}",
            result.Version,
            result.Page
        );
        if (!result.IsSigned)
            Log.Warning("{Tag:l} is not signed, as tag and notes state", result.Tag);
        foreach (var untold in result.Untold)
            Log.Warning("{Untold:l}", untold);
        if (ReleaseBranches.Of(prospect.World.Branch) is ReleaseBranch.Hotfix)
            foreach (var line in BringBack(prospect.World.Branch!, result.Version))
                Log.Information("{Line:l}", line);
    }

    /// <summary>Main has changes of its own by then, as a rule, and then both have changed the top of the changelog.</summary>
    internal static IReadOnlyList<string> BringBack(string branch, string version) =>
        [
            $"Bring it back, so that main has it too: git switch main && git pull && git merge --no-ff {branch} && git push",
            $"Where CHANGELOG.md conflicts, keep both parts: what main has under [Unreleased] first, [{version}] below it.",
        ];
}
