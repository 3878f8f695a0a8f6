namespace Slipway.Gateway.Tests;

public sealed class GatewayOptionsTests
{
    static readonly string[] Good = ["--listen", "http://127.0.0.1:8081", "--state", "/s.json", "--admin", "/a.sock"];

    [Fact]
    public void The_least_that_is_needed_has_defaults_for_the_rest()
    {
        var options = GatewayOptions.Parse(Good);

        options.Listen.Port.Should().Be(8081);
        options.StateFile.Should().Be("/s.json");
        options.AdminSocket.Should().Be("/a.sock");
        options.AccessLog.Should().BeNull();
        options.MaxBodyBytes.Should().Be(30 * 1024 * 1024);
    }

    [Fact]
    public void Everything_can_be_given()
    {
        var options = GatewayOptions.Parse([.. Good, "--access-log", "/a.log", "--max-body-bytes", "5"]);

        options.AccessLog.Should().Be("/a.log");
        options.MaxBodyBytes.Should().Be(5);
    }

    [Theory]
    [InlineData("'--lisen' is not an option", "--lisen", "x")]
    [InlineData("--access-log needs a value", "--access-log")]
    [InlineData("--state is given twice", "--state", "/t.json")]
    [InlineData("'1MB' is not a number of bytes", "--max-body-bytes", "1MB")]
    [InlineData("'-1' is not a number of bytes", "--max-body-bytes", "-1")]
    public void A_wrong_option_is_one_sentence(string message, params string[] more)
    {
        var parse = () => GatewayOptions.Parse([.. Good, .. more]);

        parse.Should().Throw<FormatException>().WithMessage($"*{message}*");
    }

    [Theory]
    [InlineData("8081")]
    [InlineData("https://127.0.0.1:8081")]
    [InlineData("http://127.0.0.1:8081/path")]
    [InlineData("http://example.org:8081")]
    public void An_address_that_cannot_be_listened_on_is_refused(string listen)
    {
        var parse = () => GatewayOptions.Parse(["--listen", listen, .. Good[2..]]);

        parse.Should().Throw<FormatException>().WithMessage($"--listen '{listen}' is not an address*");
    }

    [Theory]
    [InlineData(0, "--listen is missing")]
    [InlineData(2, "--state is missing")]
    [InlineData(4, "--admin is missing")]
    public void A_missing_option_is_named(int index, string message)
    {
        var parse = () => GatewayOptions.Parse([.. Good[..index], .. Good[(index + 2)..]]);

        parse.Should().Throw<FormatException>().WithMessage($"{message}*");
    }
}
