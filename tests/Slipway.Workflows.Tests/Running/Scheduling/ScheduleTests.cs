using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Scheduling;

public sealed class ScheduleTests
{
    static readonly Legs One = new([new Leg()]);

    readonly List<RunCommand> _all = [];
    Schedule? _schedule;

    [Fact]
    public void Fewer_than_one_place_is_refused() =>
        FluentActions.Invoking(() => Schedule.Begin([], 0)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_job_starts_when_its_needs_are_over()
    {
        Begin(2, new JobNode("a", []), new JobNode("b", ["a"])).Should().Equal(new Resolve("a"));
        Tell(new Resolved("a", One)).Should().Equal(new Start("a"));

        Tell(new Ended("a", Conclusion.Success))
            .Should()
            .Equal(new Conclude("a", Conclusion.Success, null), new Resolve("b"));
    }

    [Fact]
    public void The_longest_chain_starts_first()
    {
        Begin(
            1,
            new JobNode("short", []),
            new JobNode("long", []),
            new JobNode("after", ["long"]),
            new JobNode("heavy", [], 5)
        );
        Tell(new Resolved("short", One)).Should().BeEmpty("others may have to start before it");
        Tell(new Resolved("long", One));

        Tell(new Resolved("heavy", One)).Should().Equal(new Start("heavy"));
        Tell(new Ended("heavy", Conclusion.Success)).Should().Contain(new Start("long"));
        Tell(new Ended("long", Conclusion.Success)).Should().Contain(new Resolve("after"));
        Tell(new Resolved("after", One)).Should().Equal(new Start("short"));
    }

    [Fact]
    public void While_a_place_is_free_jobs_come_next_the_longest_chain_first()
    {
        Begin(
            2,
            new JobNode("a", []),
            new JobNode("short", ["a"]),
            new JobNode("long", ["a"], 2),
            new JobNode("after", ["long"])
        );
        _schedule!.ComingNext.Should().BeEmpty("nobody knows yet whether a runs at all");

        Tell(new Resolved("a", One));
        _schedule.ComingNext.Should().Equal("long", "short");
        Tell(new Ended("a", Conclusion.Success));
        Tell(new Resolved("short", One));
        Tell(new Resolved("long", One));

        _schedule.ComingNext.Should().BeEmpty("both places are taken");
        _schedule.AllHaveBegun.Should().BeFalse();
        Tell(new Ended("short", Conclusion.Success));
        _schedule.ComingNext.Should().Equal("after");
        Tell(new Ended("long", Conclusion.Success));
        Tell(new Resolved("after", One));
        _schedule.AllHaveBegun.Should().BeTrue();
    }

    [Fact]
    public void A_place_that_a_job_is_about_to_take_is_not_free()
    {
        Begin(1, new JobNode("a", []), new JobNode("b", []), new JobNode("next", ["a"]));

        Tell(new Resolved("a", One)).Should().BeEmpty("b may have to start before it");

        _schedule!.ComingNext.Should().BeEmpty();
    }

    [Fact]
    public void A_leg_that_waits_for_its_matrix_has_not_begun()
    {
        Begin(2, new JobNode("m", []));
        Tell(new Resolved("m", new Legs([new Leg("1"), new Leg("2")], MaxParallel: 1)));

        _schedule!.AllHaveBegun.Should().BeFalse();
        Tell(new Ended("m (1)", Conclusion.Success));
        _schedule.AllHaveBegun.Should().BeTrue();
    }

    [Fact]
    public void A_leg_that_fails_ends_the_others_of_its_matrix()
    {
        Begin(2, new JobNode("m", []));
        Tell(new Resolved("m", new Legs([new Leg("1"), new Leg("2"), new Leg("3")])));

        Tell(new Ended("m (1)", Conclusion.Failure))
            .Should()
            .Equal(new Cancel("m (2)", "m (1) failed"), new Drop("m (3)", Conclusion.Cancelled, "m (1) failed"));
        Tell(new Ended("m (2)", Conclusion.Cancelled)).Should().Equal(new Conclude("m", Conclusion.Failure, null));
    }

    [Fact]
    public void Without_fail_fast_the_others_go_on()
    {
        Begin(1, new JobNode("m", []));
        Tell(new Resolved("m", new Legs([new Leg("1"), new Leg("2")], FailFast: false)));

        Tell(new Ended("m (1)", Conclusion.Failure)).Should().Equal(new Start("m (2)"));
    }

    [Fact]
    public void A_leg_whose_errors_are_tolerated_fails_neither_the_others_nor_the_job()
    {
        Begin(2, new JobNode("m", []));
        Tell(new Resolved("m", new Legs([new Leg("1") { ContinuesOnError = true }, new Leg("2")])));

        Tell(new Ended("m (1)", Conclusion.Failure)).Should().BeEmpty();
        Tell(new Ended("m (2)", Conclusion.Success)).Should().Equal(new Conclude("m", Conclusion.Success, null));
    }

    [Fact]
    public void Cancelling_ends_what_runs_and_starts_nothing_else()
    {
        Begin(1, new JobNode("a", []), new JobNode("b", []), new JobNode("c", ["a"]));
        Tell(new Resolved("a", One));
        Tell(new Resolved("b", One));

        Tell(new CancelAll()).Should().Contain(new Cancel("a", "the run was cancelled"));
        Tell(new Ended("a", Conclusion.Cancelled));

        _schedule!.IsOver.Should().BeTrue();
        _schedule.Together.Should().Be(Conclusion.Cancelled);
        _all.OfType<Start>().Should().Equal(new Start("a"));
    }

    [Fact]
    public void Of_a_concurrency_group_the_newest_waits_and_who_waited_before_is_cancelled()
    {
        Begin(3, new JobNode("m", []));
        Tell(new Resolved("m", new Legs([InGroup("1"), InGroup("2"), InGroup("3")])))
            .Should()
            .Equal(
                new Drop("m (2)", Conclusion.Cancelled, "m (3) is newer in the concurrency group 'g'"),
                new Start("m (1)")
            );

        Tell(new Ended("m (1)", Conclusion.Success)).Should().Equal(new Start("m (3)"));
    }

    [Fact]
    public void A_group_that_queues_takes_one_after_the_other()
    {
        Begin(3, new JobNode("m", []));
        Tell(new Resolved("m", new Legs([InGroup("1", queues: true), InGroup("2", queues: true)])))
            .Should()
            .Equal(new Start("m (1)"));

        Tell(new Ended("m (1)", Conclusion.Success)).Should().Equal(new Start("m (2)"));
    }

    [Fact]
    public void A_called_workflow_takes_no_place_itself_and_is_over_with_its_jobs()
    {
        Begin(1, new JobNode("call", []), new JobNode("after", ["call"]));
        Tell(new Resolved("call", new Legs([new Leg { Calls = [new JobNode("in", [])] }])))
            .Should()
            .Equal(new Start("call"), new Resolve("call / in"));
        Tell(new Resolved("call / in", One)).Should().Equal(new Start("call / in"));

        Tell(new Ended("call / in", Conclusion.Failure))
            .Should()
            .Equal(
                new Conclude("call / in", Conclusion.Failure, null),
                new Conclude("call", Conclusion.Failure, null),
                new Resolve("after")
            );
    }

    [Fact]
    public void A_job_in_a_called_workflow_that_waits_for_its_callers_group_is_a_failure_and_no_deadlock()
    {
        Begin(1, new JobNode("call", []));
        Tell(
            new Resolved("call", new Legs([new Leg { Calls = [new JobNode("in", [])], Concurrency = new Claim("g") }]))
        );

        Tell(new Resolved("call / in", new Legs([InGroup("")])));

        _schedule!.IsOver.Should().BeTrue();
        _all.OfType<Drop>().Single().Reason.Should().Contain("'g' is held by a job that waits for this one");
    }

    static Leg InGroup(string name, bool queues = false) => new(name) { Concurrency = new Claim("g", Queues: queues) };

    IReadOnlyList<RunCommand> Begin(int places, params JobNode[] jobs)
    {
        (_schedule, var commands) = Schedule.Begin(jobs, places);
        _all.AddRange(commands);
        return commands;
    }

    IReadOnlyList<RunCommand> Tell(RunEvent happened)
    {
        (_schedule, var commands) = _schedule!.After(happened);
        _all.AddRange(commands);
        return commands;
    }
}
