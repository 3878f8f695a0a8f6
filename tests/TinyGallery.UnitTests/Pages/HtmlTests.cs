using FsCheck;
using FsCheck.Fluent;
using TinyGallery.Api.Pages;

namespace TinyGallery.UnitTests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void Text_never_becomes_markup()
    {
        Prop.ForAll<string?>(text =>
            {
                var html = Html.Of($"{text}").ToString();
                return !html.Contains('<') && !html.Contains('>') && !html.Contains('"') && !html.Contains('\'');
            })
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_html_already_stays_as_it_is()
    {
        var inner = Html.Of($"<b>{"<"}</b>");

        Html.Of($"<p>{inner}</p>").ToString().Should().Be("<p><b>&lt;</b></p>");
    }

    [Fact]
    public void Numbers_and_identifiers_are_written_as_they_are()
    {
        var id = Guid.Parse("01a1f9b9-87c7-7e23-8e09-c974c629ad60");

        Html.Of($"{id}:{12}").ToString().Should().Be("01a1f9b9-87c7-7e23-8e09-c974c629ad60:12");
    }

    [Fact]
    public void Nothing_is_nothing() => Html.Of($"[{default(Html)}]").ToString().Should().Be("[]");
}
