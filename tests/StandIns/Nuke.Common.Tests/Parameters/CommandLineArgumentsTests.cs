using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Parameters;

public class CommandLineArgumentsTests
{
    [Fact]
    public void What_comes_before_the_first_name_is_positional() =>
        Parse("Compile", "Test", "--text", "a").Positional.Should().Equal("Compile", "Test");

    [Fact]
    public void A_name_has_the_values_behind_it()
    {
        Parse("--list", "a", "b", "--other", "c").Find("list").Should().Equal("a", "b");
    }

    [Theory]
    [InlineData("--api-key")]
    [InlineData("-ApiKey")]
    [InlineData("--APIKEY")]
    public void Dashes_and_case_of_a_name_do_not_matter(string name) =>
        Parse(name, "x").Find("ApiKey").Should().Equal("x");

    [Fact]
    public void The_last_of_a_repeated_name_counts() => Parse("--a", "1", "--a", "2").Find("a").Should().Equal("2");

    [Fact]
    public void A_name_without_a_value_is_there_and_empty()
    {
        Parse("--flag").Find("flag").Should().BeEmpty();
        Parse("--flag").Find("other").Should().BeNull();
    }

    [Theory]
    [InlineData("--text=a=b", "a=b")]
    [InlineData("--text=-x", "-x")]
    [InlineData("--text=", "")]
    public void What_follows_an_equals_sign_is_the_value(string argument, string value) =>
        Parse(argument).Find("text").Should().Equal(value);

    [Theory]
    [InlineData("-4")]
    [InlineData("-.5")]
    [InlineData("-")]
    public void Negative_numbers_and_a_lone_dash_are_values(string value) =>
        Parse("--number", value).Find("number").Should().Equal(value);

    [Fact]
    public void No_value_is_lost() =>
        Prop.ForAll(
                Gen.Elements("Compile", "--text", "a", "-1", "--list", "-x", "b").ListOf().ToArbitrary(),
                arguments =>
                {
                    var parsed = Parse([.. arguments]);
                    var again = parsed.Positional.Concat(parsed.Names.SelectMany(x => x.Values.Prepend(x.Text)));
                    return again.SequenceEqual(arguments);
                }
            )
            .QuickCheckThrowOnFailure();

    private static CommandLineArguments Parse(params string[] arguments) => new(arguments);
}
