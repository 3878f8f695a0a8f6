using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public class ExecutionPlannerTests
{
    private readonly ExecutableTarget _a = new() { Name = "A", IsDefault = true };
    private readonly ExecutableTarget _b = new() { Name = "B" };
    private readonly ExecutableTarget _c = new() { Name = "C" };

    [Fact]
    public void The_default_targets_run_when_none_is_asked_for() => Plan().Should().Equal(_a);

    [Fact]
    public void What_is_asked_for_takes_the_place_of_the_default()
    {
        Plan("B").Should().Equal(_b);

        _b.Invoked.Should().BeTrue();
        _a.Invoked.Should().BeFalse();
    }

    [Fact]
    public void A_name_may_be_written_with_dashes_and_in_any_case()
    {
        var target = new ExecutableTarget { Name = "RestoreDrill" };

        ExecutionPlanner.GetExecutionPlan([target], ["restore-drill"]).Should().Equal(target);
    }

    [Fact]
    public void Independent_targets_run_from_the_last_declared_to_the_first() =>
        Plan("A", "B", "C").Should().Equal(_c, _b, _a);

    [Fact]
    public void The_order_on_the_command_line_does_not_matter() =>
        Plan("C", "A", "B").Should().Equal(Plan("B", "C", "A"));

    [Fact]
    public void Dependencies_run_first_and_theirs_before_them()
    {
        _a.ExecutionDependencies.Add(_b);
        _b.ExecutionDependencies.Add(_c);

        Plan().Should().Equal(_c, _b, _a);
    }

    [Fact]
    public void What_is_triggered_runs_afterwards_and_may_trigger_more()
    {
        Trigger(_a, _b);
        Trigger(_b, _c);

        Plan().Should().Equal(_a, _b, _c);
    }

    [Fact]
    public void Order_holds_through_a_target_that_does_not_run()
    {
        _b.OrderDependencies.Add(_a);
        _c.OrderDependencies.Add(_b);

        Plan("A", "C").Should().Equal(_a, _c);
    }

    [Fact]
    public void Order_alone_makes_nothing_run()
    {
        _a.OrderDependencies.Add(_b);

        Plan().Should().Equal(_a);
    }

    [Fact]
    public void Dependencies_order_and_triggers_hold_together()
    {
        _a.ExecutionDependencies.Add(_b);
        Trigger(_b, _c);
        _c.OrderDependencies.Add(_a);

        Plan().Should().Equal(_b, _a, _c);
    }

    [Fact]
    public void A_dependency_outside_the_given_targets_is_left_out()
    {
        _a.ExecutionDependencies.Add(new ExecutableTarget { Name = "External" });
        _a.Triggers.Add(new ExecutableTarget { Name = "Other" });

        Plan().Should().Equal(_a);
    }

    [Fact]
    public void A_cycle_among_targets_that_do_not_run_is_an_error_all_the_same()
    {
        _b.ExecutionDependencies.Add(_c);
        _c.OrderDependencies.Add(_b);

        var plan = () => Plan("A");

        plan.Should().Throw<BuildInputException>().WithMessage("Circular dependencies between targets:\n - B, C");
    }

    [Fact]
    public void An_unknown_target_is_an_error_that_names_the_near_ones()
    {
        var targets = new[]
        {
            new ExecutableTarget { Name = "Compile", Listed = true },
        };

        var plan = () => ExecutionPlanner.GetExecutionPlan(targets, ["Compil"]);

        plan.Should().Throw<BuildInputException>().WithMessage("*'Compil' does not exist*Did you mean 'Compile'?*");
    }

    [Fact]
    public void Whatever_the_graph_the_plan_is_complete_ordered_and_no_larger_than_needed() =>
        Prop.ForAll(Graphs().ToArbitrary(), graph => HoldsFor(graph)).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_the_graph_the_plan_is_what_peeling_step_by_step_gives() =>
        Prop.ForAll(
                Graphs().ToArbitrary(),
                graph =>
                {
                    var (targets, invoked) = graph.Build();
                    var plan = ExecutionPlanner.GetExecutionPlan(targets, [.. invoked.Select(x => x.Name)]);
                    return plan.SequenceEqual(PeelSlowly(targets, plan));
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool HoldsFor(Graph graph)
    {
        var (targets, invoked) = graph.Build();

        var plan = ExecutionPlanner.GetExecutionPlan(targets, [.. invoked.Select(x => x.Name)]).ToList();

        var complete = plan.SelectMany(x => x.ExecutionDependencies.Concat(x.Triggers)).All(plan.Contains);
        var ordered = plan.TrueForAll(x =>
            x.AllDependencies.Where(plan.Contains).All(y => plan.IndexOf(y) < plan.IndexOf(x))
        );
        var needed = plan.TrueForAll(x =>
            invoked.Contains(x) || plan.Exists(y => y.ExecutionDependencies.Contains(x) || y.Triggers.Contains(x))
        );
        return complete
            && ordered
            && needed
            && invoked.TrueForAll(plan.Contains)
            && plan.Distinct().Count() == plan.Count;
    }

    /// <summary>The package's way, word for word: take the first that nothing left depends on, until nothing is left.</summary>
    private static List<ExecutableTarget> PeelSlowly(
        IEnumerable<ExecutableTarget> targets,
        IReadOnlyCollection<ExecutableTarget> planned
    )
    {
        var left = targets.ToList();
        var peeled = new List<ExecutableTarget>();
        while (left.Count > 0)
        {
            var first = left.First(x => !left.Exists(y => y.AllDependencies.Contains(x)));
            left.Remove(first);
            if (planned.Contains(first))
                peeled.Insert(0, first);
        }

        return peeled;
    }

    private static Gen<Graph> Graphs() =>
        from count in Gen.Choose(1, 12)
        from edges in Gen.Choose(0, 3 * count)
            .SelectMany(n =>
                (
                    from a in Gen.Choose(0, count - 1)
                    from b in Gen.Choose(0, count - 1)
                    from kind in Gen.Choose(0, 2)
                    select (a, b, kind)
                ).ListOf(n)
            )
        from ranks in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from invoked in Gen.Choose(0, count - 1).NonEmptyListOf()
        select new Graph(ranks, [.. edges], [.. invoked.Distinct()]);

    private IReadOnlyCollection<ExecutableTarget> Plan(params string[] invoked) =>
        ExecutionPlanner.GetExecutionPlan([_a, _b, _c], invoked.Length > 0 ? invoked : null);

    private static void Trigger(ExecutableTarget source, ExecutableTarget target)
    {
        source.Triggers.Add(target);
        target.TriggerDependencies.Add(source);
    }

    /// <summary>Edges lead from a higher rank to a lower one, so that there is no cycle.</summary>
    public sealed record Graph(int[] Ranks, (int A, int B, int Kind)[] Edges, int[] Invoked)
    {
        internal (List<ExecutableTarget> Targets, List<ExecutableTarget> Invoked) Build()
        {
            var targets = Ranks.Select((_, i) => new ExecutableTarget { Name = $"T{i}" }).ToList();
            foreach (var (a, b, kind) in Edges.Where(x => Ranks[x.A] != Ranks[x.B]))
            {
                var (later, earlier) = Ranks[a] > Ranks[b] ? (targets[a], targets[b]) : (targets[b], targets[a]);
                if (kind == 0)
                    later.ExecutionDependencies.Add(earlier);
                else if (kind == 1)
                    later.OrderDependencies.Add(earlier);
                else
                    Trigger(earlier, later);
            }

            return (targets, [.. Invoked.Select(x => targets[x])]);
        }
    }
}
