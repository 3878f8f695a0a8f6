using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>Who wants to know of a release is told it once, whatever happens to the run that tells.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TellChannelsTests
{
    [SkippableFact]
    public async Task Killed_between_the_last_step_and_the_message_the_next_run_tells_once()
    {
        await using var release = await FullRelease.CreateAsync();
        var clean = await CleanAsync(release);
        await release.StartOverAsync();
        using var git = new FaultyGit(GitFault.KillCaller, NumberOf(clean, "ls-remote", "refs/slipway/told"));
        (await release.RunAloneAsync(git)).Should().NotBe(0);
        release.Server.Repository.Releases.Should().ContainSingle().Which.IsDraft.Should().BeFalse();
        release.Told.Should().BeEmpty();

        (await release.RunAsync()).Changed.Should().BeFalse();
        await release.RunAsync();

        release.Told.Should().ContainSingle().Which.Text.Should().Contain("sample 1.1.0 is released");
    }

    [SkippableFact]
    public async Task Killed_before_it_is_recorded_it_is_told_again_as_the_same_message()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.StartOverAsync();
        Process? running = null;
        release.Receiver.Arrived = () => running?.Kill();
        (await release.RunAloneAsync(started: process => running = process)).Should().NotBe(0);
        release.Receiver.Arrived = null;

        await release.RunAsync();
        await release.RunAsync();

        release.Told.Should().HaveCount(2);
        await release.IsReleasedOnceAsync("the message was on its way when it was killed");
    }

    [SkippableFact]
    public async Task Another_machine_finds_what_was_told()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        await release.Site.GitAsync("tag", "--delete", "v1.1.0");

        await release.RunAsync();

        release.Told.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Who_does_not_take_it_fails_no_release_and_is_told_by_the_next_run()
    {
        await using var release = await FullRelease.CreateAsync();
        release.Receiver.Answer(400);

        var first = await release.RunAsync();
        var second = await release.RunAsync();

        first
            .Untold.Should()
            .ContainSingle()
            .Which.Should()
            .Be("the webhook could not be told: it answered 400. Release again tells it.");
        second.Untold.Should().BeEmpty();
        await release.IsReleasedOnceAsync("it was told in the end");
    }

    [SkippableFact]
    public async Task A_remote_that_does_not_say_who_was_told_fails_no_release_and_is_said()
    {
        await using var release = await FullRelease.CreateAsync();
        var clean = await CleanAsync(release);
        foreach (var after in (int[])[0, 1])
        {
            await release.StartOverAsync();
            var at = NumberOf(clean, "ls-remote", "refs/slipway/told") + after;
            using var git = new FaultyGit(GitFault.Refuse, at);

            var result = await release.RunAsync(git);

            result.Untold.Should().ContainSingle().Which.Should().Match("Nobody was told: *Release again tells it.");
            release.Told.Should().BeEmpty();
        }
    }

    [SkippableFact]
    public async Task A_remote_that_takes_no_record_fails_no_release_and_is_said()
    {
        await using var release = await FullRelease.CreateAsync();
        release.Site.Hook(
            "pre-receive",
            "while read old new ref; do case $ref in refs/slipway/*) exit 1 ;; esac; done"
        );

        var result = await release.RunAsync();

        result
            .Untold.Should()
            .ContainSingle()
            .Which.Should()
            .Match("the webhook was told, which could not be recorded*");
        release.Told.Should().ContainSingle();
    }

    static async Task<FaultyGit> CleanAsync(FullRelease release)
    {
        await release.StartOverAsync();
        var git = new FaultyGit();
        await release.RunAsync(git);
        return git;
    }

    /// <summary>Of the first command with these words, from 1.</summary>
    static int NumberOf(FaultyGit git, params string[] words) =>
        git.Commands.Index().First(command => Array.TrueForAll(words, command.Item.Contains)).Index + 1;
}
