using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

public sealed class HardeningTests
{
    static readonly RunsOn Machine = new(["self-hosted"]);

    [Fact]
    public void Nothing_is_allowed_at_the_top_and_each_job_gets_the_least_with_its_reasons()
    {
        var workflow = Workflow(
            Spec([], new JobSpec(["Tag", "Publish"])),
            new("Tag") { Permissions = [new PermissionNeed("contents", Access.Write, "to push the tag")] },
            new("Publish")
            {
                Permissions =
                [
                    new PermissionNeed("packages", Access.Write, "to publish"),
                    new PermissionNeed("contents", Access.Read, "to read the notes"),
                ],
            }
        );

        workflow.Permissions.Should().Be(Permissions.None);
        workflow
            .Job("tag")
            .Permissions!.Scopes.Should()
            .Equal(
                new Entry<Access>(
                    "contents",
                    Access.Write,
                    "to check out the sources; to push the tag; to read the notes"
                ),
                new Entry<Access>("packages", Access.Write, "to publish")
            );
    }

    [Fact]
    public void A_secret_reaches_the_step_that_runs_the_targets_and_only_in_an_environment()
    {
        var target = new TargetFacts("Deploy")
        {
            Secrets = [new SecretUse("ChatUrl"), new SecretUse("GitHubToken", IsJobToken: true)],
        };

        var job = Workflow(Spec([], new JobSpec("Deploy") { Environment = "staging" }), target).Job("deploy");

        job.Build()
            .Env.Should()
            .Equal(
                new Entry<string>("NUKE_CHATURL", "${{ secrets.CHAT_URL }}"),
                new Entry<string>("NUKE_GITHUBTOKEN", "${{ github.token }}")
            );
        job.Env.Should().BeEmpty();
    }

    [Fact]
    public void What_changes_an_environment_runs_alone_in_it_and_is_never_cancelled()
    {
        Workflow(Spec([], new JobSpec("Deploy") { Environment = "staging" }), new TargetFacts("Deploy"))
            .Job("deploy")
            .Concurrency.Should()
            .Be(new Concurrency("staging") { CancelInProgress = false });
    }

    [Fact]
    public void Packages_are_kept_between_runs_by_the_files_that_name_them()
    {
        Uses(Workflow(Spec("Test"), new TargetFacts("Test")).Job("test"), "actions/cache")!
            .With.Find("key")
            .Should()
            .Be("nuget-${{ runner.os }}-${{ hashFiles('Directory.Packages.props', '**/*.csproj') }}");
    }

    [Fact]
    public void Nothing_that_is_released_or_deployed_takes_from_a_cache()
    {
        Uses(
                Workflow(Spec([], new JobSpec("A") { Environment = "staging" }), new TargetFacts("A")).Job("a"),
                "actions/cache"
            )
            .Should()
            .BeNull();
        var tags = new TargetFacts("A") { Permissions = [new PermissionNeed("contents", Access.Write, "to tag")] };
        Uses(Workflow(Spec("A"), tags).Job("a"), "actions/cache").Should().BeNull();
        var onTags = new WorkflowSpec("x")
        {
            Name = "X",
            On = [new EventTrigger("push") { Tags = ["v*"] }],
            Targets = "A",
        };
        Uses(Workflow(onTags, new TargetFacts("A")).Job("a"), "actions/cache").Should().BeNull();
    }

    [Fact]
    public void Nor_does_a_job_whose_files_go_into_it()
    {
        var workflow = Workflow(
            Spec(["Test", "Deploy"], new JobSpec("Deploy") { Environment = "staging" }),
            new("Test"),
            new("Image") { Produces = ["image/**"] },
            new("Deploy") { DependsOn = ["Image"], Consumes = [new("Image", [])] }
        );

        Uses(workflow.Job("image"), "actions/cache").Should().BeNull();
        Uses(workflow.Job("test"), "actions/cache").Should().NotBeNull();
    }

    [Fact]
    public void A_checkout_keeps_no_token_and_has_the_history_only_where_it_is_read()
    {
        var workflow = Workflow(Spec(["A", "B"]), new("A") { NeedsHistory = true }, new("B"));

        Uses(workflow.Job("a"), "actions/checkout")!.With.Find("fetch-depth").Should().Be("0");
        Uses(workflow.Job("b"), "actions/checkout")!.With.ContainsKey("fetch-depth").Should().BeFalse();
        workflow
            .Jobs.Values.OfType<RunnerJob>()
            .Should()
            .OnlyContain(job => Uses(job, "actions/checkout")!.With.Find("persist-credentials") == "false");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fork_reaches_no_environment_and_no_machine_of_ones_own(bool inEnvironment)
    {
        var job = inEnvironment ? new JobSpec("A") { Environment = "review" } : new JobSpec("A") { Runner = Machine };
        var spec = new WorkflowSpec("ci")
        {
            Name = "CI",
            On = [PullRequest],
            Jobs = [job],
        };

        Workflow(spec, new TargetFacts("A"))
            .Job("a")
            .If.Should()
            .Be("github.event.pull_request.head.repo.full_name == github.repository");
    }

    [Fact]
    public void The_guard_joins_what_is_stated_and_lets_other_events_through()
    {
        var spec = new WorkflowSpec("ci")
        {
            Name = "CI",
            On = [PullRequest, Push],
            Jobs = [new JobSpec("A") { Environment = "review", If = "github.ref == 'a' || github.ref == 'b'" }],
        };

        Workflow(spec, new TargetFacts("A"))
            .Job("a")
            .If.Should()
            .Be(
                "(github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository)"
                    + " && (github.ref == 'a' || github.ref == 'b')"
            );
    }

    [Fact]
    public void Every_job_has_a_time_limit()
    {
        var workflow = Workflow(Spec("A", new JobSpec("B") { TimeoutMinutes = 5 }), new("A"), new("B"));

        workflow.Job("a").TimeoutMinutes.Should().Be((Expressible<int>)30);
        workflow.Job("b").TimeoutMinutes.Should().Be((Expressible<int>)5);
    }

    static ActionStep? Uses(RunnerJob job, string action) =>
        job.Steps.OfType<ActionStep>().SingleOrDefault(step => step.Uses.Name == action);
}
