namespace Slipway.Workflows.Tests;

public sealed class StepOutputsTests
{
    [Fact]
    public void A_value_of_one_line_is_one_line()
    {
        StepOutputs.Entry("digest", "sha256:ab=cd", "END").Should().Be("digest=sha256:ab=cd\n");
    }

    [Fact]
    public void A_value_of_several_lines_stands_between_delimiters()
    {
        StepOutputs.Entry("notes", "one\ndigest=forged", "END").Should().Be("notes<<END\none\ndigest=forged\nEND\n");
    }
}
