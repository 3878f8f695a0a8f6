using Slipway.Workflows.Documents;

namespace Slipway.Workflows.Tests.Documents;

public sealed class ScalarTextTests
{
    [Theory]
    [InlineData("build")]
    [InlineData("Build and test")]
    [InlineData("ubuntu-24.04")]
    [InlineData("./build.sh Verify --parallel 2")]
    [InlineData("actions/checkout@8e5e7e5ab8b370d6c329ec480221332ada57f0ab")]
    [InlineData("${{ github.sha }}")]
    [InlineData("github.ref == 'refs/heads/main'")]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("it's")]
    [InlineData("v1.2.3")]
    [InlineData("Grüezi 🚢")]
    public void What_every_reader_takes_for_a_text_stands_as_it_is(string text) =>
        ScalarText.Write(text).Should().Be(text);

    [Theory]
    [InlineData("on")]
    [InlineData("yes")]
    [InlineData("No")]
    [InlineData("n")]
    [InlineData("null")]
    [InlineData("TRUE")]
    [InlineData("1.10")]
    [InlineData("010")]
    [InlineData("0o17")]
    [InlineData("0x1F")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("12:30:45")]
    [InlineData("2024-01-01")]
    [InlineData(".inf")]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("a:")]
    [InlineData("*")]
    [InlineData("!cancelled()")]
    [InlineData("- a")]
    [InlineData("{a}")]
    [InlineData("@a")]
    [InlineData("<<")]
    [InlineData("0 3 * * *")]
    [InlineData("release/**: x")]
    public void What_some_reader_takes_for_something_else_is_quoted(string text) =>
        ScalarText.Write(text).Should().Be($"'{text}'");

    [Theory]
    [InlineData("a: it's", "\"a: it's\"")]
    [InlineData("say: \"it's\"", "'say: \"it''s\"'")]
    [InlineData(@"C:\: it's", @"'C:\: it''s'")]
    public void A_quote_inside_takes_the_other_quotes_or_is_doubled(string text, string written) =>
        ScalarText.Write(text).Should().Be(written);

    [Theory]
    [InlineData("tab\there", @"""tab\there""")]
    [InlineData("a\r\nb", @"""a\r\nb""")]
    [InlineData("a\u202Eb", @"""a\u202Eb""")]
    [InlineData("a\0b", @"""a\x00b""")]
    [InlineData("a\u00A0b", @"""a\xA0b""")]
    public void What_a_reader_cannot_see_is_escaped(string text, string written) =>
        ScalarText.Write(text).Should().Be(written);

    [Fact]
    public void In_brackets_a_comma_is_quoted()
    {
        ScalarText.Write("a,b").Should().Be("a,b");
        ScalarText.Write("a,b", inline: true).Should().Be("'a,b'");
    }
}
