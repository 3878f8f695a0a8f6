using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class RepositoryPageTests
{
    [Theory]
    [InlineData("git@github.com:owner/name.git", "https://github.com/owner/name")]
    [InlineData("github.com:owner/name", "https://github.com/owner/name")]
    [InlineData("ssh://git@git.example.org:2222/group/sub/name.git", "https://git.example.org/group/sub/name")]
    [InlineData("https://github.com/owner/name.git", "https://github.com/owner/name")]
    [InlineData("https://ada:secret@github.com/owner/name.git/", "https://github.com/owner/name")]
    [InlineData("http://git.example.org:8080/owner/name", "http://git.example.org:8080/owner/name")]
    [InlineData("git://git.example.org/owner/name.git", "https://git.example.org/owner/name")]
    public void An_address_becomes_a_page_without_a_secret(string address, string page) =>
        RepositoryPage.Of(address)!.ToString().Should().Be(page);

    [Theory]
    [InlineData("/srv/git/name.git")]
    [InlineData("../name")]
    [InlineData("file:///srv/git/name.git")]
    [InlineData(@"C:\git\name")]
    [InlineData("https://github.com/")]
    [InlineData("")]
    public void A_directory_has_no_page(string address) => RepositoryPage.Of(address).Should().BeNull();

    [Fact]
    public async Task A_repository_without_that_remote_has_none()
    {
        using var repository = await GitRepository.CreateAsync();
        (await RepositoryPage.OfRemoteAsync(repository.Path)).Should().BeNull();
        await repository.RunAsync("remote", "add", "origin", "git@github.com:owner/name.git");

        (await RepositoryPage.OfRemoteAsync(repository.Path)).Should().Be(new Uri("https://github.com/owner/name"));
    }
}
