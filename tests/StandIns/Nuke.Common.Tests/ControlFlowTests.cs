namespace Nuke.Common.Tests;

public class ControlFlowTests
{
    [Fact]
    public void A_suppressed_error_gives_the_default()
    {
        ControlFlow.SuppressErrors(() => throw new InvalidOperationException(), logWarning: false);

        ControlFlow.SuppressErrors(Failing, defaultValue: 3, logWarning: false).Should().Be(3);
        ControlFlow.SuppressErrors(() => 4).Should().Be(4);
    }

    [Fact]
    public void What_fails_is_tried_again_and_cleaned_up_after_each_attempt()
    {
        var (attempts, cleanups, said) = (0, 0, new List<string>());

        ControlFlow.ExecuteWithRetry(
            () => Assert.True(++attempts == 3, "not yet"),
            () => cleanups++,
            retryAttempts: 3,
            delay: TimeSpan.FromMilliseconds(1),
            said.Add
        );

        (attempts, cleanups).Should().Be((3, 3));
        said.Should().Contain("Attempt #1 failed with: not yet").And.Contain("Attempt #2 failed with: not yet");
    }

    [Fact]
    public void After_the_last_attempt_the_last_error_is_named()
    {
        var run = () => ControlFlow.ExecuteWithRetry(() => Assert.Fail("never"), retryAttempts: 2, logAction: _ => { });

        run.Should().Throw<Exception>().WithMessage("*permanently after 2 attempts*never");
    }

    private static int Failing() => throw new InvalidOperationException();
}
