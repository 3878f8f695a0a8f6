using Slipway.Testing;

namespace Slipway.Releases.Tests;

public sealed class ConfigurationReaderTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Without_a_file_GitFlow_decides()
    {
        var configuration = ConfigurationReader.Read(null, []);

        configuration.RulesOf("develop").Label.Should().Be("alpha");
        configuration.Workflow.Should().BeNull();
    }

    [Theory]
    [InlineData("GitHubFlow/v1", "develop", "{BranchName}")]
    [InlineData("GitFlow/v1", "develop", "alpha")]
    [InlineData("TrunkBased/preview1", "feature/x", "{BranchName}")]
    public void A_workflow_is_a_preset(string workflow, string branch, string label) =>
        Read($"workflow: {workflow}").RulesOf(branch).Label.Should().Be(label);

    [Fact]
    public void What_the_file_says_beats_the_preset_and_the_rest_stays()
    {
        var configuration = Read(
            """
            workflow: GitHubFlow/v1
            mode: ManualDeployment
            branches:
              main:
                increment: Minor
            """
        );

        var main = configuration.RulesOf("main");
        (main.Increment, main.PreventOfMergedBranch).Should().Be((IncrementRule.Minor, true));
        configuration.Fallback.Mode.Should().Be(DeploymentMode.ManualDeployment);
    }

    [Fact]
    public void A_key_without_a_value_takes_the_presets_away() =>
        Read("branches:\n  main:\n    label:\n").RulesOf("main").Label.Should().BeNull();

    [Fact]
    public void An_override_beats_the_file() =>
        ConfigurationReader.Read(Write("tag-prefix: a"), [new("tag-prefix", "b")]).TagPrefix.Should().Be("b");

    [Fact]
    public void Rules_of_unknown_come_last_wherever_they_stand() =>
        Read("branches:\n  task:\n    regex: ^task/\n    label: t\n").RulesOf("task/x").Label.Should().Be("t");

    [Fact]
    public void Is_source_branch_for_is_the_other_way_round_of_source_branches() =>
        Read("branches:\n  base:\n    regex: ^base/\n    is-source-branch-for: [feature]\n")
            .RulesOf("feature/x")
            .SourceBranches.Should()
            .Contain("base");

    [Theory]
    [InlineData("mode: manualdeployment")]
    [InlineData("Mode: Whatever")]
    [InlineData("nobody: knows this")]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("strategies: [TaggedCommit, fallback]")]
    public void Values_count_in_any_case_and_unknown_keys_not_at_all(string yaml) =>
        FluentActions.Invoking(() => Read(yaml)).Should().NotThrow();

    [Theory]
    [InlineData("\nmode: Manual", "(2): 'mode' is 'Manual': choose one of ManualDeployment, *")]
    [InlineData("workflow: GitFlow/v2", "(1): There is no workflow 'GitFlow/v2': name GitHubFlow/v1*")]
    [InlineData(
        "branches:\n  odd:\n    regex: '('\n",
        "(3): 'regex' is no regular expression: Invalid *)'s: correct it."
    )]
    [InlineData("branches:\n  odd:\n    label: x\n", ": branches.odd has no regex*")]
    [InlineData(
        "branches:\n  odd:\n    regex: x\n    source-branches: [no]\n",
        ": branches.odd.source-branches names 'no'*"
    )]
    [InlineData(
        "branches:\n  odd:\n    regex: x\n    is-source-branch-for: [no]\n",
        ": branches.odd.is-source-branch-for names 'no'*"
    )]
    [InlineData("\nnext-version: soon", "(2): 'next-version' is 'soon', which is no version*prefix '[vV]?'*")]
    [InlineData(
        "next-version: 1.0.0\ntag-prefix: v",
        "(1): 'next-version' is '1.0.0', which is no version*prefix 'v'*"
    )]
    [InlineData("branches: main", "(1): 'branches' is one value*")]
    [InlineData("mode: [a]", "(1): 'mode' is a list or a section*")]
    [InlineData("tag-pre-release-weight: many", "(1): 'tag-pre-release-weight' is 'many': write a whole number*")]
    [InlineData("update-build-number: maybe", "(1): 'update-build-number' is 'maybe': write true or false*")]
    [InlineData("ignore:\n  commits-before: soon\n", "(2): 'commits-before' is 'soon': write a time*")]
    [InlineData("mode: ManualDeployment\nmode: ContinuousDelivery", "(2): this is no YAML that can be read*")]
    [InlineData("a: [", "(2): this is no YAML that can be read*")]
    [InlineData("mode: ManualDeployment\n[a]: b", "(2): a key is a list or a section*")]
    [InlineData("- a", "(1): the configuration is a list or a text*")]
    public void A_mistake_is_one_error_with_its_place_and_what_to_do(string yaml, string message) =>
        FluentActions
            .Invoking(() => Read(yaml))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage($"*GitVersion.yml{message}");

    [Fact]
    public void A_mistake_in_an_override_names_the_override() =>
        FluentActions
            .Invoking(() => ConfigurationReader.Read(null, [new("mode", "Manual")]))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage("/overrideconfig mode: 'mode' is 'Manual': choose one of*");

    [Fact]
    public void An_override_of_the_prefix_leaves_the_mistake_where_the_version_stands() =>
        FluentActions
            .Invoking(() => ConfigurationReader.Read(Write("next-version: 1.0.0"), [new("tag-prefix", "v")]))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage("*GitVersion.yml(1): 'next-version' is '1.0.0'*");

    [Fact]
    public void An_expression_that_never_ends_is_stopped()
    {
        var endless = Pattern.Of("^(a+)+$");

        FluentActions
            .Invoking(() => endless.IsMatch(new string('a', 40) + "!"))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage("*took longer than 2 s*nested repetitions*");
    }

    [Fact]
    public void What_is_written_reads_as_the_same()
    {
        var configuration = Read("workflow: GitFlow/v1\nnext-version: 2.0.0\nignore:\n  sha: [abc]\n");

        var again = ConfigurationReader.Read(Write(ConfigurationText.Write(configuration)), []);

        again.Should().BeEquivalentTo(configuration);
    }

    VersionConfiguration Read(string yaml) => ConfigurationReader.Read(Write(yaml), []);

    string Write(string yaml) => _directory.Write("GitVersion.yml", yaml);
}
