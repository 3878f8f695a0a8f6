using Slipway.Components.Releasing;
using Slipway.Testing;

namespace Slipway.Components.Tests.Releasing;

/// <summary>What a hotfix says at its end, done as it says it.</summary>
public sealed class BringBackTests
{
    const string Before = "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-31\n\n### Added\n\n- One\n";

    [Fact]
    public async Task The_command_merges_a_hotfix_into_a_main_that_others_have_pushed_to()
    {
        using var origin = await GitRepository.CreateAsync();
        origin.Write("CHANGELOG.md", Before);
        await origin.CommitAsync("feat: one");
        await origin.RunAsync("config", "receive.denyCurrentBranch", "ignore");
        using var place = new TempDirectory();
        var clone = place["clone"];
        await GitAsync(place.Path, "clone", "--quiet", origin.Path, clone);
        await GitAsync(clone, "switch", "--quiet", "--create", "hotfix/1.2.4");
        File.WriteAllText(Path.Combine(clone, "fix.txt"), "fixed");
        await GitAsync(clone, "add", "fix.txt");
        await GitAsync(clone, "commit", "--quiet", "--message", "fix: it");
        origin.Write("more.txt", "of somebody else");
        await origin.CommitAsync("feat: more");

        var command = ReleaseCommand.BringBack("hotfix/1.2.4", "1.2.4")[0].Split("too: ")[1];
        var done = await CommandLine.RunAsync("bash", ["-c", command], clone, s_environment);

        done.ExitCode.Should().Be(0, done.All);
        (await origin.RunAsync("ls-tree", "--name-only", "main")).Should().Contain("fix.txt").And.Contain("more.txt");
    }

    [Fact]
    public void It_says_what_to_do_where_both_have_changed_the_changelog() =>
        ReleaseCommand.BringBack("hotfix/1.2.4", "1.2.4")[1].Should().Contain("CHANGELOG.md").And.Contain("[1.2.4]");

    static readonly Dictionary<string, string?> s_environment = new(StringComparer.Ordinal)
    {
        ["GIT_AUTHOR_NAME"] = "test",
        ["GIT_AUTHOR_EMAIL"] = "test@example.org",
        ["GIT_COMMITTER_NAME"] = "test",
        ["GIT_COMMITTER_EMAIL"] = "test@example.org",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_EDITOR"] = "true",
    };

    static async Task GitAsync(string directory, params string[] arguments)
    {
        var result = await CommandLine.RunAsync("git", arguments, directory, s_environment);
        result.ExitCode.Should().Be(0, result.All);
    }
}
