using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Audit;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Tests.Generators;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>Any build without a cycle, and whatever is stated of its workflow.</summary>
public sealed class PlannerPropertyTests
{
    static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void The_workflow_validates_and_the_audit_finds_nothing()
    {
        Check(
            (build, workflow) =>
                WorkflowValidator.Validate(workflow).Count == 0 && WorkflowAudit.Check(workflow, "any.yml").Count == 0
        );
    }

    /// <summary>Of the targets that no other one directly depends on without taking their files.</summary>
    [Fact]
    public void Each_target_runs_in_one_job_and_folded_ones_once_a_consumer()
    {
        Check(
            (build, workflow) =>
            {
                var runs = Runs(build, workflow)
                    .SelectMany(job => job.Value)
                    .ToLookup(name => name, StringComparer.Ordinal);
                var plan = Plan(build);
                plan.Should().OnlyContain(target => runs.Contains(target.Name));
                runs.Select(run => run.Key).Should().BeSubsetOf(plan.Select(target => target.Name));
                foreach (var target in plan.Where(target => !MayBeFolded(build, target)))
                    runs[target.Name].Should().ContainSingle();
                return true;
            }
        );
    }

    [Fact]
    public void No_target_runs_before_what_it_depends_on()
    {
        Check(
            (build, workflow) =>
            {
                var runs = Runs(build, workflow);
                foreach (var (id, targets) in runs)
                {
                    var before = Ancestors(workflow, id).SelectMany(job => runs[job]).ToHashSet(StringComparer.Ordinal);
                    foreach (var target in targets)
                        Dependencies(build, target).Should().BeSubsetOf([.. before, .. targets], "of {0}", target);
                }
                return true;
            }
        );
    }

    /// <summary>A target whose files are not at hand must not be counted as run elsewhere.</summary>
    [Fact]
    public void What_a_target_directly_depends_on_and_does_not_take_has_run_on_its_machine()
    {
        Check(
            (build, workflow) =>
            {
                var stated = build.Spec.Jobs.SelectMany(job => job.Targets).ToHashSet(StringComparer.Ordinal);
                foreach (var (_, targets) in Runs(build, workflow))
                {
                    foreach (var target in targets.Select(name => Find(build, name)))
                    {
                        target
                            .DependsOn.Select(name => Find(build, name))
                            .Where(other =>
                                other.HasActions && !stated.Contains(other.Name) && !IsTriggered(build, other)
                            )
                            .Where(other => other.Produces.Count == 0 || target.Consumes.Count == 0)
                            .Select(other => other.Name)
                            .Should()
                            .BeSubsetOf(targets);
                    }
                }
                return true;
            }
        );
    }

    static void Check(Func<StatedBuild, Workflow, bool> holds) =>
        Prop.ForAll(
                AnyBuild.Valid.ToArbitrary(),
                build => holds(build, JobPlanner.Plan(build.Targets, build.Spec, Planned.Repository, Planned.Pins))
            )
            .Check(Many);

    /// <summary>What each job runs, as NUKE reads its command line.</summary>
    static Dictionary<string, HashSet<string>> Runs(StatedBuild build, Workflow workflow) =>
        workflow.Jobs.ToDictionary(
            entry => entry.Key,
            entry =>
            {
                var words = ((RunnerJob)entry.Value).Build().Run.Split(' ')[1..];
                var named = words.TakeWhile(word => !word.StartsWith('-')).ToList();
                return words[^1] is "--skip"
                    ? named.ToHashSet(StringComparer.Ordinal)
                    : Plan(build, named).Select(target => target.Name).ToHashSet(StringComparer.Ordinal);
            },
            StringComparer.Ordinal
        );

    static HashSet<TargetFacts> Plan(StatedBuild build) =>
        Plan(build, [.. build.Spec.Targets, .. build.Spec.Jobs.SelectMany(job => job.Targets)]);

    static HashSet<TargetFacts> Plan(StatedBuild build, IEnumerable<string> names) =>
        [
            .. Closure(build, names, target => target.DependsOn.Concat(target.Triggers))
                .Where(target => target.HasActions),
        ];

    static HashSet<TargetFacts> Closure(
        StatedBuild build,
        IEnumerable<string> names,
        Func<TargetFacts, IEnumerable<string>> next
    )
    {
        var all = new HashSet<TargetFacts>();
        var left = new Queue<string>(names);
        while (left.TryDequeue(out var name))
        {
            var target = Find(build, name);
            if (!all.Add(target))
                continue;
            foreach (var other in next(target))
                left.Enqueue(other);
        }
        return all;
    }

    /// <summary>All that must have run before it; groups stand for what is in them.</summary>
    static HashSet<string> Dependencies(StatedBuild build, string name) =>
        [
            .. Closure(build, Find(build, name).DependsOn, target => target.DependsOn)
                .Where(target => target.HasActions)
                .Select(target => target.Name),
        ];

    static HashSet<string> Ancestors(Workflow workflow, string id)
    {
        var ancestors = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(workflow.Jobs.Find(id)!.Needs);
        while (left.TryDequeue(out var need))
        {
            if (!ancestors.Add(need))
                continue;
            foreach (var other in workflow.Jobs.Find(need)!.Needs)
                left.Enqueue(other);
        }
        return ancestors;
    }

    static bool MayBeFolded(StatedBuild build, TargetFacts target) =>
        build.Targets.Any(other => other.DependsOn.Contains(target.Name)) || IsTriggered(build, target);

    static bool IsTriggered(StatedBuild build, TargetFacts target) =>
        build.Targets.Any(other => other.Triggers.Contains(target.Name));

    static TargetFacts Find(StatedBuild build, string name) =>
        build.Targets.Single(target => target.Name.Equals(name, StringComparison.Ordinal));
}
