using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public class ArgumentStringHandlerTests
{
    static string Text(ArgumentStringHandler arguments) => arguments.ToStringAndClear();

    [Theory]
    [InlineData("status --short")]
    [InlineData("status")]
    [InlineData("")]
    public void A_plain_text_is_the_command_line(string text) => Text(text).Should().Be(text);

    [Fact]
    public void A_value_with_a_space_is_put_in_quotes()
    {
        var value = "with space";

        Text($"a {value} b {"plain"}").Should().Be("a \"with space\" b plain");
    }

    [Theory]
    [InlineData("\"in quotes\"")]
    [InlineData("'in quotes'")]
    public void A_value_in_quotes_stays_as_it_is(string value) => Text($"a {value} b").Should().Be($"a {value} b");

    [Fact]
    public void No_quotes_are_put_when_asked() => Text($"a {"b c":nq} d").Should().Be("a b c d");

    [Fact]
    public void Paths_are_put_in_quotes_as_their_format_says()
    {
        AbsolutePath path = "/a b";

        Text($"x {path} {path:s} {path:nq}").Should().Be("x \"/a b\" '/a b' /a b");
    }

    [Fact]
    public void Several_paths_are_several_arguments()
    {
        AbsolutePath[] paths = ["/a", "/b c"];

        Text($"x {paths} y").Should().Be("x /a \"/b c\" y");
    }

    [Fact]
    public void Other_values_are_written_as_texts() => Text($"{1} {true} {(object?)null}x").Should().Be("1 True x");

    [Fact]
    public void A_secret_is_redacted_wherever_it_appears()
    {
        ArgumentStringHandler arguments = $"login --token {"s3cret":r}";

        var filter = arguments.GetFilter();

        arguments.ToStringAndClear().Should().Be("login --token s3cret");
        filter("got s3cret and s3cret again").Should().Be("got [REDACTED] and [REDACTED] again");
    }

    [Fact]
    public void An_empty_secret_redacts_nothing()
    {
        ArgumentStringHandler arguments = $"login --token {"":r}";

        arguments.GetFilter()("text").Should().Be("text");
    }

    [Fact]
    public void Any_value_reaches_the_process_as_one_argument()
    {
        // What quoting promises: any text without quotes, backslashes and blanks other than single spaces inside.
        var words = Gen.Elements("a", "b c", "-x", "=", ";", "ü", "$HOME", "*", "|", "{0}", "%PATH%")
            .NonEmptyListOf()
            .Where(x => x.Count < 5);
        var property = Prop.ForAll(
            words.ToArbitrary(),
            values =>
            {
                var format = string.Concat(values.Select(_ => "[%s]"));
                var arguments = string.Join(' ', values.Select(x => Text($"printf {x}")["printf ".Length..]));
                using var process = ProcessTasks.StartProcess(
                    "printf",
                    format + " " + arguments,
                    logOutput: false,
                    logInvocation: false
                );
                process.AssertZeroExitCode();
                return process.Output.StdToText() == string.Concat(values.Select(x => $"[{x}]"));
            }
        );

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), property);
    }
}
