namespace Slipway.Components.Tests;

public sealed class ExplicitTests
{
    [Theory]
    [InlineData("--port-base")]
    [InlineData("--PortBase")]
    [InlineData("-portbase")]
    [InlineData("--port-base=9000")]
    public void A_parameter_counts_from_the_command_line_in_each_of_its_spellings(string argument)
    {
        Explicit.IsGiven("PortBase", ["Deploy", argument], _ => null).Should().BeTrue();
    }

    [Theory]
    [InlineData("environment")]
    [InlineData("--environments")]
    [InlineData("--note=--environment")]
    public void Words_that_only_look_like_it_do_not_count(string argument)
    {
        Explicit.IsGiven("Environment", ["Deploy", argument], _ => null).Should().BeFalse();
    }

    [Theory]
    [InlineData("NUKE_ENVIRONMENT", true)]
    [InlineData("ENVIRONMENT", false)]
    [InlineData("Environment", false)]
    public void A_variable_counts_with_the_prefix_only(string name, bool counts)
    {
        Explicit
            .IsGiven(
                "Environment",
                [],
                variable => string.Equals(variable, name, StringComparison.Ordinal) ? "x" : null
            )
            .Should()
            .Be(counts);
    }

    [Fact]
    public void A_job_s_expression_that_yields_nothing_gives_nothing() =>
        Explicit.IsGiven("To", [], _ => "").Should().BeFalse();

    [Fact]
    public void The_value_of_a_parameter_that_is_not_given_is_not_read()
    {
        Explicit
            .Value<string>("GivenByNobody", () => throw new InvalidOperationException("It was read."))
            .Should()
            .BeNull();
    }
}
