using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

[Collection(OneBuildAtATime.Name)]
public class ExecutableTargetFactoryTests
{
    [Fact]
    public void The_targets_of_the_class_come_first_in_the_order_of_their_declaration() =>
        Targets<ComponentBuild>().Select(x => x.Name).Should().Equal("Own", "Chosen", "Shared", "Explicit");

    [Fact]
    public void A_component_gives_its_targets_without_being_implemented()
    {
        var targets = Targets<ComponentBuild>();

        Single(targets, "Shared").Description.Should().Be("of the component");
    }

    [Fact]
    public void A_target_that_the_class_implements_counts_instead_of_the_components_own()
    {
        var targets = Targets<ComponentBuild>();

        Single(targets, "Chosen").Description.Should().Be("of the class");
        Single(targets, "Explicit").Description.Should().Be("explicitly of the class");
    }

    [Fact]
    public void Inherit_takes_over_what_the_implemented_component_says()
    {
        var target = Single(Targets<InheritingBuild>(), "Chosen");

        target.Description.Should().Be("more");
        target.ExecutionDependencies.Should().ContainSingle(x => x.Name == "Shared");
        target.Actions.Should().HaveCount(2);
    }

    [Fact]
    public void Base_takes_over_what_each_overridden_target_says()
    {
        var target = Single(Targets<GrandchildBuild>(), "Work");

        target.Description.Should().Be("grandchild");
        target.Actions.Should().HaveCount(3);
    }

    [Fact]
    public void A_component_may_override_the_target_of_another()
    {
        var targets = Targets<OverridingComponentBuild>();

        targets.Should().ContainSingle().Which.Description.Should().Be("overridden");
    }

    [Fact]
    public void Two_components_with_a_target_of_one_name_must_be_told_apart()
    {
        var create = Targets<AmbiguousBuild>;

        create.Should().Throw<ArgumentException>().WithMessage("*'Work' must be implemented explicitly*IOne*ITwo*");
    }

    [Fact]
    public void Each_relation_is_seen_from_both_ends()
    {
        var targets = Targets<RelatedBuild>();
        var (a, b, d) = (Single(targets, "A"), Single(targets, "B"), Single(targets, "D"));

        Names(b.ExecutionDependencies).Should().Equal("C", "A");
        Names(d.OrderDependencies).Should().Equal("A", "C");
        Names(a.Triggers).Should().Equal("B", "D");
        Names(b.TriggerDependencies).Should().Equal("A");
        Names(d.TriggerDependencies).Should().Equal("A");
    }

    [Fact]
    public void Names_of_targets_in_a_component_that_the_build_lacks_are_passed_over_by_the_try_forms() =>
        Single(Targets<TryingBuild>(), "A").AllDependencies.Should().BeEmpty();

    [Fact]
    public void The_single_target_of_a_component_needs_no_name_and_the_try_forms_reach_it()
    {
        var target = Single(Targets<ReachingBuild>(), "A");

        Names(target.ExecutionDependencies).Should().Equal("Work", "Work");
        Names(target.OrderDependencies).Should().Equal("Work", "Work");
        Names(target.TriggerDependencies).Should().Equal("Work", "Work");
        Names(target.Triggers).Should().Equal("Work", "Work");
        target.ArtifactDependencies.Should().ContainSingle();
    }

    [Fact]
    public void A_component_with_several_targets_must_be_told_which()
    {
        var create = Targets<VagueBuild>;

        create.Should().Throw<Exception>().WithMessage("*'IComponent'*Too many relevant targets:*Shared*");
    }

    [Fact]
    public void A_dependency_on_itself_is_an_error()
    {
        var create = Targets<SelfishBuild>;

        create.Should().Throw<ArgumentException>().WithMessage("Target 'A' cannot have a dependency on itself*");
    }

    [Fact]
    public void Consumed_artifacts_are_those_named_or_all_that_are_produced()
    {
        var targets = Targets<ArtifactBuild>();
        var producer = Single(targets, "Producer");

        Single(targets, "ConsumesAll").ArtifactDependencies[producer].Should().Equal("*.dll", "*.pdb");
        Single(targets, "ConsumesOne").ArtifactDependencies[producer].Should().Equal("*.dll");
    }

    [Fact]
    public void A_context_brings_its_setup_before_and_its_cleanup_after()
    {
        var targets = Targets<ContextBuild>();

        var plan = ExecutionPlanner.GetExecutionPlan(targets, ["Work"]);

        plan.Select(x => x.Name).Should().Equal("Start", "Work", "Stop");
        Single(targets, "Stop").AssuredAfterFailure.Should().BeTrue();
    }

    private static IReadOnlyCollection<ExecutableTarget> Targets<T>()
        where T : NukeBuild, new() => ExecutableTargetFactory.CreateAll(new T());

    private static IEnumerable<string> Names(IEnumerable<ExecutableTarget> targets) => targets.Select(x => x.Name);

    private static ExecutableTarget Single(IEnumerable<ExecutableTarget> targets, string name) =>
        targets.Single(x => x.Name == name);

    private interface IComponent : INukeBuild
    {
        Target Shared => _ => _.Description("of the component");
        Target Chosen => _ => _.Description("of the component").DependsOn(Shared).Executes(() => { });
        Target Explicit => _ => _.Description("of the component");
    }

    private sealed class ComponentBuild : NukeBuild, IComponent
    {
        Target Own => _ => _;
        public Target Chosen => _ => _.Description("of the class");
        Target IComponent.Explicit => _ => _.Description("explicitly of the class");
    }

    private sealed class InheritingBuild : NukeBuild, IComponent
    {
        public Target Chosen => _ => _.Inherit<IComponent>(x => x.Chosen).Description("more").Executes(() => { });
    }

    private class ParentBuild : NukeBuild
    {
        public virtual Target Work => _ => _.Description("parent").Executes(() => { });
    }

    private class ChildBuild : ParentBuild
    {
        public override Target Work => _ => _.Base().Executes(() => { });
    }

    private sealed class GrandchildBuild : ChildBuild
    {
        public override Target Work => _ => _.Base().Description("grandchild").Executes(() => { });
    }

    private interface IDeclaring : INukeBuild
    {
        Target Work { get; }
    }

    private interface IOverriding : IDeclaring
    {
        Target IDeclaring.Work => _ => _.Description("overridden");
    }

    private sealed class OverridingComponentBuild : NukeBuild, IOverriding;

    private interface IOne : INukeBuild
    {
        Target Work => _ => _;
    }

    private interface ITwo : INukeBuild
    {
        Target Work => _ => _;
    }

    private sealed class AmbiguousBuild : NukeBuild, IOne, ITwo;

    private sealed class RelatedBuild : NukeBuild
    {
        Target A => _ => _.DependentFor(B).Before(D).Triggers(B);
        Target B => _ => _.DependsOn(C);
        Target C => _ => _.Before(D);
        Target D => _ => _.TriggeredBy(A);
    }

    private sealed class TryingBuild : NukeBuild
    {
        Target A =>
            _ =>
                _.TryDependsOn<IOne>(x => x.Work)
                    .TryDependentFor<IOne>()
                    .TryBefore<IOne>()
                    .TryAfter<IOne>()
                    .TryTriggers<IOne>()
                    .TryTriggeredBy<IOne>();
    }

    private sealed class ReachingBuild : NukeBuild, IOne
    {
        Target A =>
            _ =>
                _.DependsOn<IOne>()
                    .TryDependsOn<IOne>()
                    .After<IOne>()
                    .TryAfter<IOne>()
                    .TriggeredBy<IOne>()
                    .TryTriggeredBy<IOne>()
                    .Triggers<IOne>(x => x.Work)
                    .TryTriggers<IOne>(x => x.Work)
                    .Consumes<IOne>(x => x.Work, "*.dll");
    }

    private sealed class VagueBuild : NukeBuild, IComponent
    {
        Target A => _ => _.DependsOn<IComponent>();
    }

    private sealed class SelfishBuild : NukeBuild
    {
        Target A => _ => _.DependsOn(A);
    }

    private sealed class ArtifactBuild : NukeBuild
    {
        Target Producer => _ => _.Produces("*.dll", "*.pdb");
        Target ConsumesAll => _ => _.Consumes(Producer);
        Target ConsumesOne => _ => _.Consumes(Producer, "*.dll");
    }

    private interface IContext : INukeBuild
    {
        Setup Start => _ => _.Executes(() => { });
        Cleanup Stop => _ => _.Executes(() => { });
    }

    private sealed class ContextBuild : NukeBuild, IContext
    {
        Target Work => _ => _.DependsOnContext<IContext>().Executes(() => { });
    }
}
