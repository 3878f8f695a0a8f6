using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Reporting;
using Slipway.Testing;

namespace Slipway.Components.Tests;

public sealed class LintTests : IDisposable
{
    const string GoodChangelog = """
        # Changelog

        The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).

        ## [Unreleased]

        ### Added

        - Albums.

        """;

    readonly TempDirectory _root = new();
    readonly SampleBuild _build;

    public LintTests()
    {
        ToolManifest.GiveTo(_root);
        _build = new SampleBuild(_root.Path);
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task A_tree_in_good_form_passes_each_check()
    {
        _root.Write("src/Good.cs", "class Good { }\n");
        _root.Write("CHANGELOG.md", GoodChangelog);

        await LintAsync();

        Checks
            .Should()
            .Equal(
                ("Formatting", StageOutcome.Succeeded),
                ("Changelog", StageOutcome.Succeeded),
                (CheckList.Documents, StageOutcome.Succeeded),
                ("Migrations", StageOutcome.Skipped),
                ("HTTP API", StageOutcome.Skipped),
                ("Workflows", StageOutcome.Skipped)
            );
    }

    [Fact]
    public async Task A_file_that_is_not_formatted_fails_the_build()
    {
        _root.Write("src/Bad.cs", "class   Bad{ }");
        _root.Write("CHANGELOG.md", GoodChangelog);

        await FluentActions.Awaiting(LintAsync).Should().ThrowAsync<BuildException>().WithMessage("*logs/format.log");

        Checks.Should().Equal(("Formatting", StageOutcome.Failed));
        (await File.ReadAllTextAsync(_root["artifacts/logs/format.log"])).Should().Contain("Bad.cs");
    }

    [Fact]
    public async Task A_changelog_of_another_form_fails_the_build()
    {
        _root.Write("CHANGELOG.md", GoodChangelog.Replace("### Added", "### Novelties", StringComparison.Ordinal));

        await FluentActions
            .Awaiting(LintAsync)
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("CHANGELOG.md: 1 finding, listed above.");

        Checks.Should().Equal(("Formatting", StageOutcome.Succeeded), ("Changelog", StageOutcome.Failed));
    }

    [Fact]
    public async Task A_workflow_that_is_easy_to_attack_fails_the_build()
    {
        _root.Write("CHANGELOG.md", GoodChangelog);
        _root.Write(
            ".github/workflows/ci.yml",
            "on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: ls }] } }\n"
        );

        await FluentActions
            .Awaiting(LintAsync)
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("Workflows: 2 findings, listed above.");

        Checks.Should().EndWith(("Workflows", StageOutcome.Failed));
    }

    IEnumerable<(string, StageOutcome)> Checks =>
        RunRecord.Of(_build).Checks.Select(check => (check.Name, check.Outcome));

    Task LintAsync() => TargetRun.OfAsync(((ILint)_build).Lint);
}
