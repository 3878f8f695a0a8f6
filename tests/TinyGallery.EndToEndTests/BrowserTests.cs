using System.Net.Http.Json;
using System.Text.Json;
using OpenQA.Selenium;
using Slipway.Testing;
using TinyGallery.EndToEndTests.Targets;
using TinyGallery.Tests;

namespace TinyGallery.EndToEndTests;

/// <summary>The pages as a person sees them, in a real browser.</summary>
[Collection(Target.Collection)]
public sealed class BrowserTests(Target target) : IDisposable
{
    readonly HttpClient _client = target.NewClient();
    Browser? _browser;

    [SkippableFact]
    public async Task The_front_page_has_its_style_and_says_which_version_it_is()
    {
        var driver = Open("/");
        var version = (await _client.GetFromJsonAsync<JsonElement>("/version")).GetProperty("version").GetString();

        driver.Title.Should().Be("TinyGallery");
        driver.FindElement(By.TagName("h1")).Text.Should().Be("Albums");
        driver.FindElement(By.Id("build")).Text.Should().Contain($"TinyGallery {version}");
        // Only the page's own style makes the body a column: the browser has not blocked it.
        driver.FindElement(By.TagName("body")).GetCssValue("flex-direction").Should().Be("column");
        _browser!.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public void A_page_that_is_not_there_leads_back_to_the_albums()
    {
        var driver = Open($"/albums/{Guid.NewGuid()}");

        driver.FindElement(By.TagName("h1")).Text.Should().Be("Not found");
        driver.FindElement(By.LinkText("All albums")).Click();

        driver.FindElement(By.TagName("h1")).Text.Should().Be("Albums");
    }

    [SkippableFact]
    public async Task A_visitor_opens_an_album_and_sees_its_photo()
    {
        Skip.If(target.ApiKey is null, "SLIPWAY_E2E_API_KEY is not given: this environment is only read.");
        await using var album = await TemporaryAlbum.CreateAsync(_client);
        var driver = Open("/");

        driver.FindElement(By.PartialLinkText(album.Title)).Click();

        driver.FindElement(By.TagName("h1")).Text.Should().Be(album.Title);
        var image = driver.FindElement(By.CssSelector("main img"));
        image.GetDomAttribute("alt").Should().Be("Gradient");
        // The browser itself has decoded it.
        await Wait.UntilAsync(
            () => image.GetDomProperty("naturalWidth") == $"{SampleImages.Width}",
            "the photo is shown"
        );
        _browser!.Errors.Should().BeEmpty();
    }

    public void Dispose()
    {
        _browser?.Dispose();
        _client.Dispose();
    }

    IWebDriver Open(string path)
    {
        _browser = Browser.Start();
        _browser.Driver.Navigate().GoToUrl(new Uri(target.Address, path));
        return _browser.Driver;
    }
}
