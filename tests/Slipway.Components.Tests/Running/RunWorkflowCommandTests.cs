using Slipway.Components.Running;

namespace Slipway.Components.Tests.Running;

public sealed class RunWorkflowCommandTests
{
    [Fact]
    public void An_input_is_a_name_and_a_value_which_may_hold_anything() =>
        RunWorkflowCommand
            .Inputs(["where=staging", "note=a=b", "empty="])
            .Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["where"] = "staging",
                    ["note"] = "a=b",
                    ["empty"] = "",
                }
            );

    [Theory]
    [InlineData("staging", "--input takes NAME=VALUE, not 'staging'.")]
    [InlineData("=staging", "--input takes NAME=VALUE, not '=staging'.")]
    public void What_is_no_pair_is_one_clear_line(string given, string message) =>
        FluentActions
            .Invoking(() => RunWorkflowCommand.Inputs([given]))
            .Should()
            .Throw<BuildException>()
            .WithMessage(message);

    [Fact]
    public void A_name_is_given_once() =>
        FluentActions
            .Invoking(() => RunWorkflowCommand.Inputs(["a=1", "A=2"]))
            .Should()
            .Throw<BuildException>()
            .WithMessage("--input gives 'A' twice.");
}
