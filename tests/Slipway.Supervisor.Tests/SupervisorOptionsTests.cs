namespace Slipway.Supervisor.Tests;

public sealed class SupervisorOptionsTests
{
    [Fact]
    public void Both_paths_become_absolute()
    {
        var options = SupervisorOptions.Parse(["--socket", "a/s.sock", "--state", "/b/state.json"]);

        options.Should().Be(new SupervisorOptions("/b/state.json", Path.GetFullPath("a/s.sock")));
    }

    [Fact]
    public void A_token_is_written_down_without_a_socket() =>
        SupervisorOptions
            .Parse(["--state", "/b/state.json", "--fence", "7"])
            .Should()
            .Be(new SupervisorOptions("/b/state.json", Socket: null, Fence: 7));

    [Theory]
    [InlineData("--fence takes a token, not 'x'", "--state", "/s", "--fence", "x")]
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
