namespace Slipway.Supervisor.Tests;

public sealed class SupervisorOptionsTests
{
    [Fact]
    public void Both_paths_become_absolute()
    {
        var options = SupervisorOptions.Parse(["--socket", "a/s.sock", "--state", "/b/state.json"]);

        options.Should().Be(new SupervisorOptions("/b/state.json", Path.GetFullPath("a/s.sock")));
    }

    [Theory]
    [InlineData("--state is missing", "--socket", "/s")]
    [InlineData("--socket is missing", "--state", "/s")]
    [InlineData("--socket needs a value", "--state", "/s", "--socket")]
    [InlineData("'--stat' is not an option", "--stat", "/s")]
    public void A_wrong_command_line_is_one_sentence(string message, params string[] arguments)
    {
        var parse = () => SupervisorOptions.Parse(arguments);

        parse.Should().Throw<FormatException>().WithMessage($"*{message}*");
    }
}
