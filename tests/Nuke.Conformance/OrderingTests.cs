namespace Nuke.Conformance;

public class OrderingTests
{
    [Theory]
    [InlineData("A B C", "B A C")]
    [InlineData("C B A", "B A C")]
    [InlineData("Top C B A Started", "B A StartedFirst Started Follower Bottom Right Left Top C")]
    public async Task Ties_are_stable_and_follow_neither_declaration_nor_arguments(string arguments, string expected)
    {
        (await RanAsync(arguments)).Should().Be(expected);
    }

    [Theory]
    [InlineData("Between Early", "Early Between")]
    [InlineData("Zero Middle", "Zero Middle")]
    public async Task Before_and_After_order_what_is_in_the_plan(string arguments, string expected)
    {
        (await RanAsync(arguments)).Should().Be(expected);
    }

    [Theory]
    [InlineData("Late Early", "Early Late")]
    [InlineData("Absolute Zero", "Zero Absolute")]
    public async Task Order_carries_through_targets_that_are_not_in_the_plan(string arguments, string expected)
    {
        (await RanAsync(arguments)).Should().Be(expected);
    }

    [Fact]
    public async Task A_shared_dependency_runs_once_and_first()
    {
        (await RanAsync("Top")).Should().Be("Bottom Right Left Top");
    }

    [Fact]
    public async Task DependentFor_pulls_the_declaring_target_in()
    {
        (await RanAsync("Dependent")).Should().Be("Prerequisite Dependent");
    }

    [Fact]
    public async Task A_trigger_brings_its_target_with_its_dependencies_and_their_triggers()
    {
        (await RanAsync("Starter")).Should().Be("StartedFirst Starter Started Follower");
    }

    [Theory]
    [InlineData("Consumer", "Consumer")]
    [InlineData("Producer Consumer", "Consumer Producer")]
    public async Task Consumes_neither_pulls_in_nor_orders(string arguments, string expected)
    {
        (await RanAsync(arguments)).Should().Be(expected);
    }

    [Fact]
    public async Task A_target_without_actions_is_planned_but_hidden_in_the_summary()
    {
        using var sample = new SampleBuild("Ordering");

        var run = await sample.RunAsync("UsesCollective");

        run.Outcome.Should().Equal("B Succeeded", "A Succeeded", "UsesCollective Succeeded");
    }

    [Theory]
    [InlineData("started-first", "StartedFirst")]
    [InlineData("STARTEDFIRST", "StartedFirst")]
    [InlineData("--target A", "A")]
    [InlineData("--target A B", "B A")]
    [InlineData("--target A+B", "B A")]
    [InlineData("A+B", "B A")]
    [InlineData("", "Nothing")]
    public async Task Targets_are_named_in_any_case_with_dashes_by_position_or_parameter(
        string arguments,
        string expected
    )
    {
        (await RanAsync(arguments)).Should().Be(expected);
    }

    [Fact]
    public async Task An_unknown_target_fails_with_the_known_ones_and_no_summary()
    {
        using var sample = new SampleBuild("Ordering");

        var run = await sample.RunAsync("nope");

        run.ExitCode.Should().Be(255);
        run.All.Should().Contain("Target with name 'nope' does not exist").And.Contain("  - Absolute");
        run.All.Should().NotContain("Build failed on").And.NotContain("   at ");
        run.Ran.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Alone")]
    [InlineData("Hen")]
    public async Task A_cycle_anywhere_fails_every_target(string target)
    {
        using var sample = new SampleBuild("Cycle");

        var run = await sample.RunAsync(target);

        run.ExitCode.Should().Be(255);
        run.All.Should().Contain("Circular dependencies between targets").And.Contain("Egg").And.Contain("Hen");
        run.Ran.Should().BeEmpty();
    }

    static async Task<string> RanAsync(string arguments)
    {
        using var sample = new SampleBuild("Ordering");
        var run = await sample.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.ExitCode.Should().Be(0, run.All);
        return string.Join(' ', run.Ran);
    }
}
