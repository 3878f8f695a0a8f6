using System.Text.Json;
using Slipway.Components.Ci;
using Slipway.Components.Tests.Support;
using Slipway.Testing;
using Slipway.Workflows.Audit;

namespace Slipway.Components.Tests.Ci;

public sealed class AuditWorkflowsTests : IDisposable
{
    const string Sound = """
        on: push
        permissions: {}
        jobs:
          build:
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            steps:
              - run: ./build.sh Verify

        """;

    readonly TempDirectory _root = new();
    readonly SampleBuild _build;

    public AuditWorkflowsTests() => _build = new SampleBuild(_root.Path);

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Without_a_workflow_nothing_was_checked()
    {
        await AuditAsync();

        _build.Summary.Should().Equal(new Dictionary<string, string> { ["Workflows"] = "not checked" });
        Report().Verdict.Should().Be("not-checked");
    }

    [Fact]
    public async Task Sound_workflows_pass_with_either_ending()
    {
        _root.Write(".github/workflows/ci.yml", Sound);
        _root.Write(".github/workflows/nightly.yaml", Sound);
        _root.Write(".github/workflows/README.md", "not a workflow");

        await AuditAsync();

        _build.Summary.Should().Equal(new Dictionary<string, string> { ["Workflows"] = "2", ["Findings"] = "0" });
        Report().Verdict.Should().Be("none");
    }

    [Fact]
    public async Task Each_finding_of_each_file_counts_and_the_build_fails()
    {
        _root.Write(
            ".github/workflows/a.yml",
            Sound.Replace("run: ./build.sh Verify", "uses: acme/thing@v1", StringComparison.Ordinal)
        );
        _root.Write(".github/workflows/b.yml", Sound.Replace("permissions: {}\n", "", StringComparison.Ordinal));

        await FluentActions
            .Awaiting(AuditAsync)
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("Workflows: 2 findings, listed above.");

        Report()
            .Findings.Select(finding => (finding.File, finding.Line, finding.Rule))
            .Should()
            .Equal(
                (".github/workflows/a.yml", 8, "unpinned-uses"),
                (".github/workflows/b.yml", 3, "excessive-permissions")
            );
    }

    [Fact]
    public async Task What_GitHub_would_refuse_is_a_finding_with_its_place()
    {
        _root.Write(
            ".github/workflows/ci.yml",
            Sound.Replace("    timeout", "    needs: nobody\n    timeout", StringComparison.Ordinal)
        );

        await FluentActions.Awaiting(AuditAsync).Should().ThrowAsync<BuildException>();

        Report()
            .Findings.Should()
            .ContainSingle()
            .Which.Should()
            .Match<AuditJson.Entry>(finding => finding.Rule == RepositoryAudit.Invalid && finding.Line == 6);
    }

    [Fact]
    public async Task A_file_that_is_no_workflow_is_told_and_saves_the_others_from_nothing()
    {
        _root.Write(".github/workflows/a.yml", "on: [push\n");
        _root.Write(
            ".github/workflows/b.yml",
            Sound.Replace("timeout-minutes: 5", "name: x", StringComparison.Ordinal)
        );

        await FluentActions
            .Awaiting(AuditAsync)
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("Workflows: 2 findings, listed above.");

        Report().Unreadable.Should().ContainSingle().Which.Should().StartWith(".github/workflows/a.yml:");
        Report().Findings.Select(finding => finding.Rule).Should().Equal("missing-timeout");
    }

    [Fact]
    public async Task A_composite_action_is_named_as_not_checked()
    {
        _root.Write(".github/workflows/ci.yml", Sound);
        _root.Write(".github/actions/setup/action.yml", "runs: { using: composite, steps: [] }\n");

        await AuditAsync();

        Report().NotChecked.Should().Equal(".github/actions/setup/action.yml");
    }

    Task AuditAsync() => TargetRun.OfAsync(((IAuditWorkflows)_build).AuditWorkflows);

    /// <summary>As --json gives it.</summary>
    AuditJson Report()
    {
        var json = JsonSerializer.Serialize(AuditJson.Of(RepositoryAudit.Run(_root.Path)), JsonSerializerOptions.Web);
        return JsonSerializer.Deserialize<AuditJson>(json, JsonSerializerOptions.Web)!;
    }
}
