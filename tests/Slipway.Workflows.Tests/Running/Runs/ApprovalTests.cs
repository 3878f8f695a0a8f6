using System.Runtime.Versioning;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>Environments that ask for a person, and runs that go on from there.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ApprovalTests
{
    [Fact]
    public async Task An_environment_that_waits_stops_there_and_goes_on_from_there_once_it_is_approved()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              build:
                runs-on: ubuntu-24.04
                outputs: { stamp: "${{ steps.s.outputs.stamp }}" }
                steps:
                  - id: s
                    run: echo "stamp=$RANDOM$RANDOM" >> "$GITHUB_OUTPUT"
              ship:
                needs: build
                environment: production
                runs-on: ubuntu-24.04
                steps: [{ run: "echo shipped ${{ needs.build.outputs.stamp }}" }]
              after: { needs: ship, runs-on: ubuntu-24.04, steps: [{ run: echo after }] }
            """
        );
        run.Approves = _ => Approval.Waiting;

        var first = await run.RunAsync();
        var second = await run.RunAsync(options => options with { Approved = ["production"] });

        first.ShouldBe(Conclusion.Waiting);
        first.Job("ship").WaitsFor.Should().Be("production");
        first.Job("after").Conclusion.Should().Be(Conclusion.Waiting);
        second.ShouldBe(Conclusion.Success);
        second.Job("build").WasDoneBefore.Should().BeTrue();
        second.LogOf("ship").Should().Contain($"shipped {first.Job("build").Outputs["stamp"]}");
    }

    [Fact]
    public async Task What_another_commit_did_is_not_gone_on_from()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              build: { runs-on: ubuntu-24.04, steps: [{ run: echo built }] }
              ship: { needs: build, environment: production, runs-on: ubuntu-24.04, steps: [{ run: echo shipped }] }
            """
        );
        run.Approves = _ => Approval.Waiting;
        await run.RunAsync();
        await run.Repository.CommitAsync("feat: more");

        var report = await run.RunAsync(options => options with { Approved = ["production"] });

        report.ShouldBe(Conclusion.Success);
        report.Job("build").WasDoneBefore.Should().BeFalse();
    }

    [Fact]
    public async Task An_environment_that_is_refused_fails_its_job()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              ship: { environment: production, runs-on: ubuntu-24.04, steps: [{ run: echo shipped }] }
            """
        );
        run.Approves = _ => Approval.Refused;

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Failure);
        report.Job("ship").Reason.Should().Be("production was not approved");
    }
}
