using TinyGallery.Api.Http;

namespace TinyGallery.UnitTests.Http;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("Summer")]
    [InlineData("Größe 😀")]
    public void A_line_of_text_is_a_title(string title) => TextRules.CheckTitle(title).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void What_is_no_line_is_no_title(string title) => TextRules.CheckTitle(title).Should().NotBeNull();

    [Fact]
    public void A_title_has_a_limit() =>
        TextRules.CheckTitle(new string('x', TextRules.MaxTitle + 1)).Should().Contain("200");

    [Fact]
    public void A_text_has_a_limit() =>
        TextRules.CheckText(new string('x', TextRules.MaxText + 1)).Should().Contain("2000");

    [Fact]
    public void A_text_may_have_lines_but_no_nul()
    {
        TextRules.CheckText("a\nb").Should().BeNull();
        TextRules.CheckText("a\0b").Should().NotBeNull();
        TextRules.CheckText(null).Should().BeNull();
    }
}
