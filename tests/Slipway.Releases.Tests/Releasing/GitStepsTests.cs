using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>The part of a release that git does, with real keys and a real remote.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class GitStepsTests
{
    [Fact]
    public async Task The_roll_is_one_commit_that_changes_the_changelog_alone()
    {
        using var site = await ReleaseSite.CreateAsync();

        await RunAsync(site);

        (await site.GitAsync("log", "--format=%s", $"{site.Base}..HEAD")).Should().Be("Release 1.1.0");
        (await site.GitAsync("diff", "--name-only", site.Base, "HEAD")).Should().Be("CHANGELOG.md");
        site.Read("CHANGELOG.md")
            .Should()
            .Contain("## [Unreleased]\n\n## [1.1.0] - 2026-01-01\n\n### Added\n\n- Something new.");
        (await site.GitAsync("status", "--porcelain")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_tag_signed_with_an_ssh_key_verifies_in_another_clone()
    {
        using var site = await ReleaseSite.CreateAsync();

        await RunAsync(site);

        await VerifiesInAnotherCloneAsync(site, ["gpg.ssh.allowedSignersFile"]);
        (await site.GitAsync("cat-file", "tag", "v1.1.0")).Should().Contain("-----BEGIN SSH SIGNATURE-----");
    }

    [SkippableFact]
    public async Task A_tag_signed_with_a_gpg_key_verifies_in_another_clone()
    {
        using var site = await ReleaseSite.CreateAsync(signing: false);
        Servers.Require(File.Exists("/usr/bin/gpg"), "GnuPG is not installed");
        await using var keys = await GnuPgHome.CreateAsync("test@example.org");
        await site.GitAsync("config", "gpg.program", keys.Program);

        await RunAsync(site);

        await VerifiesInAnotherCloneAsync(site, ["gpg.program"]);
        (await site.GitAsync("cat-file", "tag", "v1.1.0")).Should().Contain("-----BEGIN PGP SIGNATURE-----");
    }

    [Fact]
    public async Task Commit_and_tag_are_at_the_remote()
    {
        using var site = await ReleaseSite.CreateAsync();

        await RunAsync(site);

        var head = await site.GitAsync("rev-parse", "HEAD");
        (await site.GitInAsync(site.Origin, "rev-parse", "main")).Should().Be(head);
        (await site.GitInAsync(site.Origin, "rev-parse", "v1.1.0^{commit}")).Should().Be(head);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        using var site = await ReleaseSite.CreateAsync();
        await RunAsync(site);
        var tag = await site.GitAsync("rev-parse", "v1.1.0");

        (await RunAsync(site)).Done.Should().BeEmpty();

        (await site.GitAsync("rev-parse", "v1.1.0")).Should().Be(tag);
    }

    [Fact]
    public async Task A_push_that_a_hook_refuses_leaves_the_remote_as_it_was_and_the_next_run_finishes()
    {
        using var site = await ReleaseSite.CreateAsync();
        site.Hook("update", "case $1 in refs/tags/*) echo 'no tags on Fridays' >&2; exit 1;; esac");

        var running = () => RunAsync(site);

        await running
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*origin refused the push*neither commit nor tag*no tags on Fridays*Release again*");
        (await site.GitInAsync(site.Origin, "rev-parse", "main")).Should().Be(site.Base);
        site.Unhook("update");
        (await RunAsync(site)).Done.Should().Equal("Push commit and tag");
        (await site.GitInAsync(site.Origin, "tag", "--list")).Should().Be("v1.0.0\nv1.1.0");
    }

    [Fact]
    public async Task A_remote_that_moved_on_refuses_and_the_next_run_says_how_to_take_the_release_back()
    {
        using var site = await ReleaseSite.CreateAsync();
        site.Hook("pre-receive", "exit 1");
        await FluentActions.Awaiting(() => RunAsync(site)).Should().ThrowAsync<ReleaseException>();
        site.Unhook("pre-receive");
        var other = Path.Combine(site.Directory, "other");
        await site.GitInAsync(site.Directory, "clone", "--quiet", site.Origin, other);
        await site.GitInAsync(
            other,
            [
                "-c",
                "user.name=Other",
                "-c",
                "user.email=other@example.org",
                "commit",
                "--quiet",
                "--allow-empty",
                "-m",
                "fix",
            ]
        );
        await site.GitInAsync(other, "push", "--quiet", "origin", "main");

        var refusal = (await LookAsync(site)).Refusals.Should().ContainSingle().Which;

        refusal.What.Should().Be("origin/main has commits that this branch lacks");
        refusal.WhatToDo.Should().Contain("git tag --delete v1.1.0").And.Contain($"git reset --keep {site.Base[..12]}");
        await site.GitAsync("tag", "--delete", "v1.1.0");
        await site.GitAsync("reset", "--quiet", "--keep", site.Base[..12]);
        await site.GitAsync("pull", "--quiet", "--ff-only", "origin", "main");
        var anew = site.Request() with
        {
            Production = null,
            Images = [ReleaseSite.Image(await site.GitAsync("rev-parse", "HEAD"))],
        };
        (await LookAsync(site, anew)).Refusals.Should().BeEmpty();
    }

    [Fact]
    public async Task A_changelog_that_a_killed_run_has_rolled_and_not_committed_does_not_stand_in_the_way()
    {
        using var site = await ReleaseSite.CreateAsync();
        site.Write(
            "CHANGELOG.md",
            Changelog
                .Parse(ReleaseSite.Changelog)
                .Roll(new(1, 1, 0), new DateOnly(2025, 12, 31), new Uri("https://example.org/o/n"))
                .ToString()
        );

        (await LookAsync(site)).Refusals.Should().BeEmpty();
        await RunAsync(site);

        (await site.GitAsync("log", "--format=%s", $"{site.Base}..origin/main")).Should().Be("Release 1.1.0");
        site.Read("CHANGELOG.md").Should().Contain("## [1.1.0] - 2026-01-01").And.NotContain("2025-12-31");
    }

    [Fact]
    public async Task A_changelog_that_somebody_edits_does()
    {
        using var site = await ReleaseSite.CreateAsync();
        site.Write("CHANGELOG.md", ReleaseSite.Changelog.Replace("new", "newer", StringComparison.Ordinal));

        (await LookAsync(site)).Refusals.Should().ContainSingle().Which.What.Should().Contain("CHANGELOG.md");
    }

    [Fact]
    public async Task What_is_staged_beside_the_changelog_is_not_committed_with_it()
    {
        using var site = await ReleaseSite.CreateAsync();
        var prospect = await LookAsync(site);
        site.Write("late.txt", "written while the release runs\n");
        await site.GitAsync("add", "late.txt");

        await RunAsync(site, prospect: prospect);

        (await site.GitAsync("diff", "--name-only", site.Base, "v1.1.0")).Should().Be("CHANGELOG.md");
    }

    [Fact]
    public async Task A_tag_that_the_remote_has_is_fetched_and_not_made_again()
    {
        using var site = await ReleaseSite.CreateAsync();
        await RunAsync(site);
        var tag = await site.GitAsync("rev-parse", "v1.1.0");
        await site.GitAsync("tag", "--delete", "v1.1.0");

        await RunAsync(site);

        (await site.GitAsync("rev-parse", "v1.1.0")).Should().Be(tag);
    }

    [Fact]
    public async Task Without_a_key_it_is_refused_with_what_git_says()
    {
        using var site = await ReleaseSite.CreateAsync(signing: false);
        await site.GitAsync("config", "gpg.format", "ssh");
        await site.GitAsync("config", "user.signingkey", "no-such-key.pub");

        var refusal = (await LookAsync(site)).Refusals.Should().ContainSingle().Which;

        refusal.What.Should().Contain("cannot sign here").And.Contain("no-such-key");
        (await site.GitAsync("status", "--porcelain")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_nobody_is_told_to_trust_is_refused_before_it_signs_a_tag()
    {
        using var site = await ReleaseSite.CreateAsync();
        await site.GitAsync("config", "--unset", "gpg.ssh.allowedSignersFile");

        (await LookAsync(site)).Refusals.Should().ContainSingle().Which.What.Should().Contain("allowedSignersFile");
    }

    [Fact]
    public async Task An_unsigned_tag_is_made_when_that_is_stated()
    {
        using var site = await ReleaseSite.CreateAsync(signing: false);
        await site.GitAsync("config", "tag.gpgSign", "true");

        await RunAsync(site, site.Request() with { WithoutSignature = true });

        (await site.GitAsync("cat-file", "tag", "v1.1.0"))
            .Should()
            .Contain("Signature: none, by choice (--unsigned)")
            .And.NotContain("BEGIN");
    }

    [Fact]
    public async Task A_tag_that_is_not_signed_is_not_taken_for_one_that_is()
    {
        using var site = await ReleaseSite.CreateAsync();
        await RunAsync(site, site.Request() with { WithoutSignature = true });

        var running = () => RunAsync(site);

        await running
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*v1.1.0 is not signed*'Release --unsigned' goes on with it. If nobody has it yet*");
    }

    [Fact]
    public async Task A_commit_hook_that_changes_the_changelog_is_said()
    {
        using var site = await ReleaseSite.CreateAsync();
        var hook = Path.Combine(site.Root, ".git", "hooks", "pre-commit");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        await File.WriteAllTextAsync(hook, "#!/bin/sh\necho '- Sneaked in.' >>CHANGELOG.md\ngit add CHANGELOG.md\n");
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var running = () => RunAsync(site);

        await running
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*HEAD has moved*A commit hook*git reset --keep*");
    }

    static Task<ReleaseProspect> LookAsync(ReleaseSite site, ReleaseRequest? request = null) =>
        GitSteps.LookAsync(site, request ?? site.Request());

    static async Task<Observed> RunAsync(
        ReleaseSite site,
        ReleaseRequest? request = null,
        ReleaseProspect? prospect = null
    ) => await GitSteps.RunAsync(site, request ?? site.Request(), prospect);

    static async Task VerifiesInAnotherCloneAsync(ReleaseSite site, IEnumerable<string> settings)
    {
        var other = Path.Combine(site.Directory, "consumer");
        await site.GitInAsync(site.Directory, "clone", "--quiet", site.Origin, other);
        foreach (var setting in settings)
            await site.GitInAsync(other, "config", setting, await site.GitAsync("config", setting));
        await site.GitInAsync(other, "verify-tag", "v1.1.0");
    }
}
