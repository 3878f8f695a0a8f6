using Slipway.Components.Tests.Support;
using Slipway.Delivery;

namespace Slipway.Components.Tests;

public sealed class ExpectedFailuresTests
{
    [Fact]
    public async Task A_failure_that_says_all_is_its_message_alone()
    {
        var running = () => RunAsync(new DeliveryException("The lease is held."));

        var failure = (await running.Should().ThrowAsync<BuildException>()).Which;
        failure.ToString().Should().Be("The lease is held.");
        failure.InnerException.Should().BeOfType<DeliveryException>();
    }

    [Fact]
    public async Task A_failure_of_the_builds_own_is_thrown_as_it_is()
    {
        var own = new BuildException("2 findings");

        var running = () => RunAsync(own);

        (await running.Should().ThrowAsync<BuildException>()).Which.Should().BeSameAs(own);
    }

    [Fact]
    public async Task A_cancellation_is_one_word()
    {
        var running = () => RunAsync(new OperationCanceledException());

        await running.Should().ThrowAsync<BuildException>().WithMessage("Cancelled.");
    }

    [Fact]
    public async Task A_defect_keeps_its_stack_trace()
    {
        var running = () => RunAsync(new InvalidOperationException("a defect"));

        (await running.Should().ThrowAsync<InvalidOperationException>()).Which.ToString().Should().Contain("   at ");
    }

    [Fact]
    public async Task Work_that_waits_for_nothing_is_treated_the_same()
    {
        var running = () => TargetRun.OfAsync(_ => _.Runs(() => throw new IOException("The disk is full.")));

        await running.Should().ThrowAsync<BuildException>().WithMessage("The disk is full.");
    }

    static Task RunAsync(Exception failure) =>
        TargetRun.OfAsync(_ =>
            _.Runs(async () =>
            {
                await Task.Yield();
                throw failure;
            })
        );
}
