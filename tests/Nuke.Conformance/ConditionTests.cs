namespace Nuke.Conformance;

public class ConditionTests
{
    [Fact]
    public async Task A_dynamic_condition_sees_what_earlier_targets_did()
    {
        (await RunAsync("SeesFine")).Ran.Should().Equal("Fine", "SeesFine");
    }

    [Fact]
    public async Task A_static_condition_is_asked_before_the_first_target()
    {
        (await RunAsync("ForeseesFine")).Ran.Should().BeEmpty();
    }

    [Fact]
    public async Task An_exception_in_a_static_condition_leaves_everything_not_run()
    {
        var run = await RunAsync("ThrowsStatic", "Assured");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().BeEmpty();
        run.Outcome.Should().Equal("ThrowsStatic NotRun", "Assured NotRun");
        run.All.Should().Contain("Invocation of condition for ThrowsStatic has thrown an exception");
        run.All.Should().Contain("the condition failed");
    }

    [Fact]
    public async Task An_exception_in_a_dynamic_condition_leaves_the_target_not_run_and_runs_the_assured()
    {
        var run = await RunAsync("ThrowsDynamic", "Assured");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().Equal("Fine", "Assured");
        run.Outcome.Should().Equal("Fine Succeeded", "ThrowsDynamic NotRun", "Assured Succeeded");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Conditions");
        return await sample.RunAsync(arguments);
    }
}
