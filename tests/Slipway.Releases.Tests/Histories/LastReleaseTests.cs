using Slipway.Testing;

namespace Slipway.Releases.Tests.Histories;

public sealed class LastReleaseTests
{
    [Fact]
    public async Task It_is_the_highest_release_below()
    {
        using var repository = await GitRepository.CreateAsync();
        foreach (var tag in (string[])["v1.10.0", "v1.9.0", "v2.0.0-rc.1", "v3", "other"])
        {
            await repository.CommitAsync(tag);
            await repository.RunAsync("tag", tag);
        }

        await repository.CommitAsync("now");

        (await LastRelease.FindBeforeAsync(repository.Path))
            .Should()
            .Be(new LastRelease("v1.10.0", new SemanticVersion(1, 10, 0)));
    }

    [Fact]
    public async Task A_release_is_not_its_own_last_one()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.0.0");
        (await LastRelease.FindBeforeAsync(repository.Path)).Should().BeNull();
        await repository.CommitAsync("two");
        await repository.RunAsync("tag", "v1.1.0");

        (await LastRelease.FindBeforeAsync(repository.Path))!.Tag.Should().Be("v1.0.0");
        (await LastRelease.FindAsync(repository.Path))!.Tag.Should().Be("v1.1.0");
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("V1.2.3")]
    public void Its_tag_may_begin_otherwise(string tag) =>
        LastRelease.Among(["v1.2.2", tag, "vv1.2.4", "release-1.2.5"])!.Tag.Should().Be(tag);

    [Fact]
    public async Task A_file_is_read_as_the_release_has_it()
    {
        using var repository = await GitRepository.CreateAsync();
        repository.Write("docs/a.json", "{\n  \"ä\": 1\n}\n");
        await repository.CommitAsync("one");
        await repository.RunAsync("tag", "v1.0.0");
        repository.Write("docs/a.json", "{}");
        await repository.CommitAsync("two");
        var release = (await LastRelease.FindBeforeAsync(repository.Path))!;

        (await release.ReadFileAsync(repository.Path, "docs/a.json")).Should().Be("{\n  \"ä\": 1\n}");
        (await release.ReadFileAsync(repository.Path, "docs/b.json")).Should().BeNull();
        (await release.FilesAsync(repository.Path, "docs")).Should().Equal("docs/a.json");
        (await release.FilesAsync(repository.Path, "src")).Should().BeEmpty();
    }
}
