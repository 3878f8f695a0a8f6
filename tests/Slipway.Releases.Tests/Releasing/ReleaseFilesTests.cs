using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing;

public sealed class ReleaseFilesTests : IDisposable
{
    static readonly ReleasedImage s_image = new("sample:1", $"sha256:{new string('a', 64)}", new string('b', 40));

    readonly TempDirectory _directory = new();

    [Fact]
    public async Task Sha256sum_agrees_with_the_checksums()
    {
        var files = await PrepareAsync(_directory.Write("openapi.json", "{}"));

        files.Select(file => file.Name).Should().Equal("image-digest.txt", "openapi.json", "SHA256SUMS");
        foreach (var file in files)
            if (Path.GetDirectoryName(file.Path) != _directory.Path)
                File.Copy(file.Path, _directory[file.Name]);
        var check = await CommandLine.RunAsync("sha256sum", ["--check", "--strict", "SHA256SUMS"], _directory.Path);
        check.Output.Should().Be("image-digest.txt: OK\nopenapi.json: OK\n");
    }

    [Fact]
    public async Task A_second_run_makes_the_same_bytes()
    {
        var file = _directory.Write("openapi.json", "{}");
        var first = await File.ReadAllTextAsync((await PrepareAsync(file))[^1].Path);

        (await File.ReadAllTextAsync((await PrepareAsync(file))[^1].Path)).Should().Be(first);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_refused()
    {
        var preparing = () => PrepareAsync(_directory.Write("a/x.json", "1"), _directory.Write("b/x.json", "2"));

        await preparing.Should().ThrowAsync<ReleaseException>().WithMessage("*named x.json*");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var preparing = () => PrepareAsync(_directory["none.json"]);

        await preparing.Should().ThrowAsync<ReleaseException>().WithMessage("*none.json*cannot be read*");
    }

    public void Dispose() => _directory.Dispose();

    Task<IReadOnlyList<AssetFile>> PrepareAsync(params string[] files) =>
        ReleaseFiles.PrepareAsync(
            new ReleaseContent
            {
                Backend = "sample",
                Notes = (_, _) => Task.FromResult(""),
                Files = _ => files,
                Directory = _directory["release"],
                PullManifest = digest => digest,
            },
            "v1.1.0",
            s_image,
            signer: null,
            CancellationToken.None
        );
}
