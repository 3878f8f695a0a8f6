using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Utilities;

public class StringExtensionsTests
{
    [Theory]
    [InlineData("plain", "plain", "'plain'")]
    [InlineData("a b", "\"a b\"", "'a b'")]
    [InlineData("\"a b\"", "\"a b\"", "'\"a b\"'")]
    [InlineData("say \"hi\" now", "\"say \\\"hi\\\" now\"", "'say \"hi\" now'")]
    [InlineData("", "", "''")]
    [InlineData(null, "", "''")]
    public void Quotes_are_put_when_needed_or_always(string? text, string ifNeeded, string always)
    {
        text.DoubleQuoteIfNeeded().Should().Be(ifNeeded);
        text.SingleQuote().Should().Be(always);
    }

    [Fact]
    public void Quotes_are_put_for_other_characters_when_named()
    {
        "a;b".DoubleQuoteIfNeeded(';').Should().Be("\"a;b\"");
        "a b".SingleQuoteIfNeeded(';').Should().Be("a b");
        "a b".SingleQuoteIfNeeded().Should().Be("'a b'");
    }

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"a", "\"a")]
    [InlineData("\"", "\"")]
    public void Only_matching_quotes_are_taken_away(string text, string expected) =>
        text.TrimMatchingDoubleQuotes().Should().Be(expected);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "a", "a")]
    [InlineData("a b", "a or b", "a and b")]
    [InlineData("a b c", "a, b, or c", "a, b, and c")]
    public void Words_are_joined_to_a_list(string words, string or, string and)
    {
        var list = words.SplitSpace();

        list.JoinCommaOr().Should().Be(or);
        list.JoinCommaAnd().Should().Be(and);
    }

    [Fact]
    public void Texts_are_joined_by_many_separators()
    {
        string[] texts = ["a", "b"];

        new[]
        {
            texts.JoinSpace(),
            texts.JoinDash(),
            texts.JoinUnderscore(),
            texts.JoinAmpersand(),
            texts.JoinSemicolon(),
            texts.JoinSlash(),
            texts.JoinBackslash(),
            texts.JoinDot(),
            texts.JoinComma(),
            texts.Join("--"),
            texts.JoinNewLine(PlatformFamily.Windows),
            texts.JoinParagraph(PlatformFamily.Linux),
        }
            .Should()
            .Equal("a b", "a-b", "a_b", "a&b", "a;b", "a/b", @"a\b", "a.b", "a,b", "a--b", "a\r\nb", "a\n\nb");
    }

    [Theory]
    [InlineData("fooBarBaz", "foo Bar Baz")]
    [InlineData("BuildHTTPServer", "Build HTTPServer")]
    [InlineData("PushNuGetPackage", "Push NuGet Package")]
    [InlineData("NuGetApiKey", "NuGet Api Key")]
    public void Humps_are_split_but_for_known_words(string text, string expected) =>
        text.SplitCamelHumpsWithKnownWords().JoinSpace().Should().Be(expected);

    [Fact]
    public void Known_words_are_written_as_they_are_written() =>
        "nuget and github".ReplaceKnownWords().Should().Be("NuGet and GitHub");

    [Fact]
    public void Case_does_not_matter_where_the_name_says_so()
    {
        "Abc".EqualsOrdinalIgnoreCase("aBC").Should().BeTrue();
        "Abc".ContainsOrdinalIgnoreCase("BC").Should().BeTrue();
        "Abc".StartsWithAnyOrdinalIgnoreCase("x", "AB").Should().BeTrue();
        "Abc".EndsWithAnyOrdinalIgnoreCase("x", "BC").Should().BeTrue();
        "Abc".EqualsAnyOrdinalIgnoreCase("x", "abc").Should().BeTrue();
        "Abc".ContainsAnyOrdinalIgnoreCase("x", "y").Should().BeFalse();
        new[] { "Abc" }.ContainsAnyOrdinalIgnoreCase("abc").Should().BeTrue();
        "Abc".StartsWithAny("ab").Should().BeFalse();
        "Abc".EndsWithAny("bc").Should().BeTrue();
    }

    [Fact]
    public void Text_is_trimmed_cut_and_changed()
    {
        "tests.Tests".TrimEnd(".Tests").Should().Be("tests");
        "vvv1".TrimStart("v").Should().Be("vv1");
        "a   b".TrimToOne(" ").Should().Be("a b");
        "a\r\n  b".TrimWhitespaces().Should().Be("a b");
        "abcdef".Truncate(3).Should().Be("abc…");
        "abc".Capitalize().Should().Be("Abc");
        "abc".Indent(2).Should().Be("  abc");
        "a".Append("b").Prepend("c").Should().Be("cab");
        "{a}".EscapeBraces().Should().Be("{{a}}");
        "a1b22".ReplaceRegex("[0-9]+", x => $"<{x.Value}>").Should().Be("a<1>b<22>");
        "a\r\nb\n\nc".SplitLineBreaks().Should().Equal("a", "b", "", "c");
        "a\n\nb".SplitParagraphs().Should().Equal("a", "b");
        " ".ToNullIfWhiteSpace().Should().BeNull();
        "".ToNullIfEmpty().Should().BeNull();
    }

    [Fact]
    public void A_text_has_its_hash()
    {
        "abc".GetMD5Hash().Should().Be("900150983cd24fb0d6963f7d28e17f72");
        "abc".GetSHA256Hash().Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
