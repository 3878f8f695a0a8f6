namespace Nuke.Conformance;

public class FailureTests
{
    [Fact]
    public async Task A_failure_ends_the_build_with_255_and_says_so()
    {
        var run = await RunAsync("AfterBad");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().Equal("Bad");
        run.Outcome.Should().Equal("Bad Failed InvalidOperationException: it went wrong", "AfterBad NotRun");
        run.All.Should().Contain("Target Bad has thrown an exception").And.Contain("Build failed on ");
    }

    [Fact]
    public async Task ProceedAfterFailure_goes_on_and_the_build_still_fails()
    {
        var run = await RunAsync("AfterProceeding");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().Equal("Proceeding", "AfterProceeding");
        run.Summary.Select(x => x.Status).Should().Equal("Failed", "Succeeded");
    }

    [Fact]
    public async Task AssuredAfterFailure_runs_after_a_failure()
    {
        var run = await RunAsync("Bad", "Assured");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().Equal("Bad", "Assured");
    }

    [Fact]
    public async Task AssuredAfterFailure_runs_even_after_a_failure_of_what_it_depends_on()
    {
        (await RunAsync("AssuredDependent")).Ran.Should().Equal("Bad", "AssuredDependent");
    }

    [Fact]
    public async Task A_failing_assured_target_does_not_keep_the_next_from_running()
    {
        var run = await RunAsync("Bad", "Assured", "AssuredFailing");

        run.Ran.Should().Equal("Bad", "AssuredFailing", "Assured");
        run.Summary.Select(x => x.Status).Should().Equal("Failed", "Failed", "Succeeded");
    }

    [Theory]
    [InlineData("Good", 0)]
    [InlineData("ExitsSeven", 7)]
    [InlineData("ExitsZeroThenFails", 0)]
    public async Task ExitCode_wins_over_the_outcome(string target, int expected)
    {
        (await RunAsync(target)).ExitCode.Should().Be(expected);
    }

    [Fact]
    public async Task Actions_run_in_the_order_of_their_declaration()
    {
        var run = await RunAsync("SecondAction");

        run.Output.Should().MatchRegex("(?s)first action.*second action");
    }

    [Fact]
    public async Task An_asynchronous_action_is_awaited()
    {
        (await RunAsync("Asynchronous")).Ran.Should().Equal("Asynchronous");
    }

    [Fact]
    public async Task An_exception_of_an_asynchronous_action_fails_the_target()
    {
        var run = await RunAsync("AsynchronousFailure");

        run.ExitCode.Should().Be(255);
        run.Outcome.Should().Equal("AsynchronousFailure Failed InvalidOperationException: it went wrong later");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task An_asynchronous_action_with_a_result_is_awaited()
    {
        var run = await RunAsync("AsynchronousWithResult");

        run.Ran.Should().Equal(PackageUnderTest.Choose<string[]>(nuke: [], better: ["AsynchronousWithResult"]));
    }

    [Fact]
    public async Task A_failed_assertion_fails_the_target_with_its_text()
    {
        var run = await RunAsync("Asserts");

        run.ExitCode.Should().Be(255);
        run.Summary.Should().ContainSingle().Which.Note.Should().EndWith("Exception: the assertion's text");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Failures");
        return await sample.RunAsync(arguments);
    }
}
