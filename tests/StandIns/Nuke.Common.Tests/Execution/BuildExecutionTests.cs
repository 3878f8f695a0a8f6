using static Nuke.Common.Tests.RunningBuild;

namespace Nuke.Common.Tests.Execution;

[Collection(OneBuildAtATime.Name)]
public class BuildExecutionTests
{
    [Fact]
    public void Targets_run_in_order_and_the_build_succeeds()
    {
        var (exitCode, output) = Run<Build>([], x => x.C);

        exitCode.Should().Be(0);
        Trace.Should().Equal("A", "B", "C");
        output.Should().Contain("Build succeeded").And.MatchRegex(@"C\s+Succeeded\s+< 1sec");
    }

    [Fact]
    public void Skip_alone_runs_what_is_asked_for_without_its_dependencies()
    {
        Run<Build>(["C", "--skip"]);

        Trace.Should().Equal("C");
    }

    [Fact]
    public void A_skipped_target_takes_along_what_nobody_else_needs()
    {
        Run<Build>(["C", "--skip", "B"]);

        Trace.Should().Equal("C");
    }

    [Fact]
    public void A_skipped_target_leaves_its_dependencies_when_it_says_so()
    {
        Run<Build>(["NeedsKeeper", "--skip", "Keeper"]);

        Trace.Should().Equal("A", "NeedsKeeper");
    }

    [Fact]
    public void Skip_without_a_target_skips_the_default_too_and_says_so()
    {
        var (exitCode, output) = Run<Build>(["--skip"], x => x.A);

        exitCode.Should().Be(0);
        Trace.Should().BeEmpty();
        output.Should().Contain("--skip alone skips the default target as well");
    }

    [Fact]
    public void An_unknown_target_to_skip_is_an_error_and_nothing_runs()
    {
        var (exitCode, output) = Run<Build>(["C", "--skip", "Keper"]);

        exitCode.Should().Be(-1);
        Trace.Should().BeEmpty();
        output.Should().Contain("'Keper' does not exist. Did you mean 'Keeper'?");
    }

    [Fact]
    public void A_target_to_skip_may_be_one_that_would_not_run()
    {
        Run<Build>(["A", "--skip", "keeper"]).ExitCode.Should().Be(0);

        Trace.Should().Equal("A");
    }

    [Fact]
    public void A_condition_switches_a_target_off_and_is_named_in_the_summary()
    {
        var (exitCode, output) = Run<Build>(["Never"]);

        exitCode.Should().Be(0);
        Trace.Should().BeEmpty();
        output.Should().MatchRegex(@"Never\s+Skipped\s+// OnlyWhen: Yes == No");
    }

    [Fact]
    public void A_dynamic_condition_is_checked_when_its_turn_comes()
    {
        Run<Build>(["AfterA"]);

        Trace.Should().Equal("A", "AfterA");
    }

    [Fact]
    public void A_condition_that_throws_leaves_its_target_not_run()
    {
        var (exitCode, output) = Run<Build>(["BadCondition"]);

        exitCode.Should().Be(-1);
        output.Should().MatchRegex(@"BadCondition\s+NotRun").And.Contain("has thrown an exception");
    }

    [Fact]
    public void A_failure_ends_the_build_but_not_what_is_assured()
    {
        var (exitCode, output) = Run<Build>(["Last"]);

        exitCode.Should().Be(-1);
        Trace.Should().Equal("Fails", "Assured");
        output.Should().MatchRegex(@"Fails\s+Failed.*// InvalidOperationException: first line");
        output.Should().MatchRegex(@"Last\s+NotRun").And.Contain("Build failed");
    }

    [Fact]
    public void The_build_goes_on_after_a_failure_that_allows_it_and_fails_nevertheless()
    {
        var (exitCode, _) = Run<Build>(["AfterLenient"]);

        exitCode.Should().Be(-1);
        Trace.Should().Equal("Lenient", "AfterLenient");
    }

    [Fact]
    public void A_message_that_ends_a_target_is_shown_without_a_stack_trace()
    {
        var (_, output) = Run<Build>(["Asserts"]);

        output.Should().Contain("nothing to ship").And.NotContain("   at ");
    }

    [Fact]
    public void An_exception_of_the_builds_own_is_shown_with_its_causes_and_without_a_stack_trace()
    {
        var (_, output) = Run<Build>(["Refuses"]);

        output.Should().Contain("not today\n  the store is closed\n").And.NotContain("   at ");
    }

    [Fact]
    public void An_exception_that_points_to_a_defect_is_shown_with_its_stack_trace()
    {
        var (_, output) = Run<Build>(["Fails"]);

        output.Should().Contain("System.InvalidOperationException: first line").And.Contain("   at ");
    }

    [Fact]
    public void An_asynchronous_action_with_a_result_is_waited_for()
    {
        Run<Build>(["Async"]);

        Trace.Should().Equal("begin", "end");
    }

    [Fact]
    public void A_target_without_actions_is_not_reported()
    {
        var (_, output) = Run<Build>(["Group"]);

        Trace.Should().Equal("A");
        output.Should().NotMatchRegex(@"Group\s+(Collective|Succeeded)");
    }

    [Fact]
    public void A_missing_requirement_stops_the_build_before_its_first_target()
    {
        var (exitCode, output) = Run<Build>(["NeedsText"]);

        exitCode.Should().Be(-1);
        Trace.Should().BeEmpty();
        output
            .Should()
            .Contain(
                "Target 'NeedsText' requires member 'Text' to be not null or empty. Give it as --text or NUKE_TEXT."
            );
    }

    [Fact]
    public void A_condition_that_is_required_is_shown_when_it_does_not_hold()
    {
        var (exitCode, output) = Run<Build>(["NeedsTruth"]);

        exitCode.Should().Be(-1);
        output.Should().Contain("Target 'NeedsTruth' requires '");
    }

    [Fact]
    public void Continue_begins_where_the_last_run_of_the_same_command_failed()
    {
        Build.FailOnce = true;
        Run<Build>(["Resumed"]);
        Trace.Should().Equal("A");

        Run<Build>(["Resumed", "--continue"]);

        Trace.Should().Equal("Resumed");
    }

    [Fact]
    public void Continue_starts_over_when_the_command_is_another()
    {
        Build.FailOnce = true;
        Run<Build>(["Resumed"]);

        var (_, output) = Run<Build>(["Resumed", "--text", "x", "--continue"]);

        Trace.Should().Equal("A", "Resumed");
        output.Should().Contain("Build invocation changed");
    }

    [Fact]
    public void The_exit_code_that_the_build_has_set_counts()
    {
        Run<Build>(["SetsExitCode"]).ExitCode.Should().Be(7);
    }

    [Fact]
    public void Events_come_in_order()
    {
        Run<EventfulBuild>(["Good", "Off"]);

        Trace
            .Should()
            .Equal("created", "initialized", "skipped Off", "running Good", "Good", "succeeded Good", "finished");
    }

    [Fact]
    public void An_exception_when_all_is_over_is_one_line_and_a_failure()
    {
        var (exitCode, output) = Run<BadFinishBuild>(["Good"]);

        exitCode.Should().Be(-1);
        output.Should().Contain("OnBuildFinished: no end").And.NotContain("   at ");
    }

    [Fact]
    public void A_target_whose_start_is_refused_is_aborted()
    {
        var (exitCode, output) = Run<RefusingBuild>(["Good"]);

        exitCode.Should().Be(-1);
        output.Should().MatchRegex(@"Good\s+Aborted");
    }

    [Fact]
    public void An_unknown_target_prints_no_summary()
    {
        var (exitCode, output) = Run<Build>(["Nope"]);

        exitCode.Should().Be(-1);
        output.Should().Contain("'Nope' does not exist").And.NotContain("Total");
    }

    private sealed class Build : NukeBuild
    {
        public static bool FailOnce { get; set; }

        [Parameter]
        readonly string? Text = null;

        private int Yes => 1;
        private int No => 2;

        public Target A => _ => _.Executes(() => Trace.Add("A"));
        Target B => _ => _.DependsOn(A).Executes(() => Trace.Add("B"));
        public Target C => _ => _.DependsOn(B).Executes(() => Trace.Add("C"));
        Target Keeper =>
            _ => _.DependsOn(A).WhenSkipped(DependencyBehavior.Execute).Executes(() => Trace.Add("Keeper"));
        Target NeedsKeeper => _ => _.DependsOn(Keeper).Executes(() => Trace.Add("NeedsKeeper"));
        Target Never => _ => _.DependsOn(A).OnlyWhenStatic(() => Yes == No).Executes(() => Trace.Add("Never"));
        Target AfterA =>
            _ => _.DependsOn(A).OnlyWhenDynamic(() => Trace.Contains("A")).Executes(() => Trace.Add("AfterA"));
        Target BadCondition =>
            _ => _.OnlyWhenStatic(() => Yes / (Yes - 1) > 0).Executes(() => Trace.Add("BadCondition"));
        Target Fails =>
            _ =>
                _.Executes(() =>
                {
                    Trace.Add("Fails");
                    throw new InvalidOperationException("first line\nsecond line");
                });
        Target Assured => _ => _.AssuredAfterFailure().After(Fails).Executes(() => Trace.Add("Assured"));
        Target Last => _ => _.DependsOn(Fails, Assured).Executes(() => Trace.Add("Last"));
        Target Lenient =>
            _ =>
                _.ProceedAfterFailure()
                    .Executes(() =>
                    {
                        Trace.Add("Lenient");
                        throw new InvalidOperationException();
                    });
        Target AfterLenient => _ => _.DependsOn(Lenient).Executes(() => Trace.Add("AfterLenient"));
        Target Asserts => _ => _.Executes(() => Assert.Fail("nothing to ship"));
        Target Refuses =>
            _ => _.Executes(() => throw new RefusedException("not today", new IOException("the store is closed")));
        Target Async =>
            _ =>
                _.Executes(async () =>
                {
                    Trace.Add("begin");
                    await Task.Yield();
                    Trace.Add("end");
                    return 1;
                });
        Target Group => _ => _.DependsOn(A);
        Target NeedsText => _ => _.DependsOn(A).Requires(() => Text).Executes(() => Trace.Add("NeedsText"));
        Target NeedsTruth => _ => _.Requires(() => Yes == No).Executes(() => Trace.Add("NeedsTruth"));
        Target Resumed =>
            _ =>
                _.DependsOn(A)
                    .Executes(() =>
                    {
                        var fail = FailOnce;
                        FailOnce = false;
                        Assert.False(fail);
                        Trace.Add("Resumed");
                    });
        Target SetsExitCode => _ => _.Executes(() => ExitCode = 7);
    }

    private sealed class RefusedException(string message, Exception cause) : Exception(message, cause);

    private sealed class EventfulBuild : NukeBuild
    {
        Target Good => _ => _.After(Off).Executes(() => Trace.Add("Good"));
        Target Off => _ => _.OnlyWhenStatic(() => false).Executes(() => { });

        protected internal override void OnBuildCreated() => Trace.Add("created");

        protected internal override void OnBuildInitialized() => Trace.Add("initialized");

        protected internal override void OnTargetRunning(string target) => Trace.Add("running " + target);

        protected internal override void OnTargetSkipped(string target) => Trace.Add("skipped " + target);

        protected internal override void OnTargetSucceeded(string target) => Trace.Add("succeeded " + target);

        protected internal override void OnBuildFinished() => Trace.Add("finished");
    }

    private sealed class BadFinishBuild : NukeBuild
    {
        Target Good => _ => _.Executes(() => { });

        protected internal override void OnBuildFinished() => throw new InvalidOperationException("no end");
    }

    private sealed class RefusingBuild : NukeBuild
    {
        Target Good => _ => _.Executes(() => { });

        protected internal override void OnTargetRunning(string target) => throw new InvalidOperationException("no");
    }
}
