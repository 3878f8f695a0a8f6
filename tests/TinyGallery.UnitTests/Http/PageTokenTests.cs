using FsCheck;
using FsCheck.Fluent;
using TinyGallery.Api.Http;

namespace TinyGallery.UnitTests.Http;

public sealed class PageTokenTests
{
    [Fact]
    public void A_token_leads_back_to_where_the_page_ended()
    {
        Prop.ForAll<Guid>(id => PageToken.TryParse(PageToken.Format(id), out var last) && last == id)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_that_is_taken_is_the_token_of_what_it_leads_to()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ";
        var texts = Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 22).Select(characters => new string(characters));
        Prop.ForAll(
                texts.ToArbitrary(),
                text => !PageToken.TryParse(text, out var last) || PageToken.Format(last) == text
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Any_text_is_taken_or_refused_and_never_a_failure()
    {
        Prop.ForAll<string?>(text => !PageToken.TryParse(text, out var last) || PageToken.Format(last) == text)
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("AAAAAAAAAA AAAAAAAAAAA")]
    public void What_no_page_gave_is_refused(string? token)
    {
        PageToken.TryParse(token, out _).Should().BeFalse();
    }
}
