namespace Slipway.Components.Tests;

public sealed class SuiteResultsTests
{
    [Theory]
    [InlineData("<source>/w/one/</source>", "<source>/w/two/</source>")]
    [InlineData("<source>/w/one</source>", "<source>/w/two</source>")]
    [InlineData("filename=\"w/one/src/A.cs\"", "filename=\"w/two/src/A.cs\"")]
    [InlineData("filename=\"src/A.cs\"", "filename=\"src/A.cs\"")]
    [InlineData("filename=\"w/one-more/src/A.cs\"", "filename=\"w/one-more/src/A.cs\"")]
    public void Paths_of_another_root_lead_into_this_one(string before, string after) =>
        SuiteResults.Moved(before, "/w/one", "/w/two").Should().Be(after);
}
