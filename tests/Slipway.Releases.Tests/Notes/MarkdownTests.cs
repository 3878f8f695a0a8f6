using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

public class MarkdownTests
{
    [Theory]
    [InlineData("plain (text), 100 %", "plain (text), 100 %")]
    [InlineData("two\nlines  and\tmore", "two lines and more")]
    [InlineData("snake_case *bold* ~~gone~~", @"snake\_case \*bold\* \~\~gone\~\~")]
    [InlineData("<script> & &amp; [a](b) a|b", @"\<script\> & \&amp; \[a\](b) a\|b")]
    [InlineData("`a_b` and ` alone", @"`a_b` and \` alone")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("12. no list", @"12\. no list")]
    [InlineData("1.5 times", @"1\.5 times")]
    [InlineData("fixes #12", "fixes #12")]
    [InlineData("asks @somebody at a@b", "asks @<!-- -->somebody at a@<!-- -->b")]
    public void Text_shows_as_it_is(string text, string escaped) => Markdown.Escape(text).Should().Be(escaped);

    [Theory]
    [InlineData("a", "a")]
    [InlineData("```\nx", "```\nx\n```")]
    [InlineData("```\nx\n```", "```\nx\n```")]
    [InlineData("````\n```\nx", "````\n```\nx\n````")]
    [InlineData("  ~~~ sh\nx\n```", "  ~~~ sh\nx\n```\n~~~")]
    [InlineData("<!-- x", "<!-- x\n-->")]
    [InlineData("<!-- x -->", "<!-- x -->")]
    [InlineData("```code``` in a line", "```code``` in a line")]
    public void What_is_open_is_closed(string markdown, string closed) => Markdown.Closed(markdown).Should().Be(closed);

    [Fact]
    public void What_was_closed_stays_as_it_is() =>
        Prop.ForAll(
                Gen.ListOf(Gen.Elements("```", "````", "~~~", "<!--", "-->", "x", "```x", ""))
                    .Select(lines => string.Join('\n', lines))
                    .ToArbitrary(),
                text => Markdown.Closed(Markdown.Closed(text)) == Markdown.Closed(text)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_one_line_without_a_tag() =>
        Prop.ForAll<string?>(text =>
                !Markdown
                    .Escape(text ?? "")
                    .Replace("@<!-- -->", "", StringComparison.Ordinal)
                    .Replace("\\<", "", StringComparison.Ordinal)
                    .Split('`')
                    .Where((_, index) => index % 2 == 0)
                    .Any(part => part.Contains('\n', StringComparison.Ordinal))
            )
            .QuickCheckThrowOnFailure();
}
