using System.Security.Cryptography;
using Slipway.Testing;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Evaluation;

public sealed class FileHashesTests : IDisposable
{
    readonly TempDirectory _workspace = new();

    public FileHashesTests()
    {
        foreach (
            var file in (string[])
                [
                    "a.lock",
                    "b/a.lock",
                    "b/deep/c.lock",
                    "b/.hidden/d.lock",
                    "B.txt",
                    "Z/é.md",
                    "Z/a.md",
                    "Z/B.md",
                    "node_modules/x.lock",
                ]
        )
        {
            var path = Path.Combine(_workspace.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file);
        }
    }

    // Each row is what @actions/glob 0.7.0 answers for these files, in its order.
    [Theory]
    [InlineData("a.lock", "a.lock")]
    [InlineData("*.lock", "a.lock")]
    [InlineData("./*.lock", "a.lock")]
    [InlineData("b/*", "b/.hidden/d.lock b/a.lock b/deep/c.lock")]
    [InlineData("b", "b/.hidden/d.lock b/a.lock b/deep/c.lock")]
    [InlineData("b/*/*.lock", "b/.hidden/d.lock b/deep/c.lock")]
    [InlineData("**/[ac].lock", "a.lock b/a.lock b/deep/c.lock")]
    [InlineData("**/?.lock\n!node_modules/**", "a.lock b/.hidden/d.lock b/a.lock b/deep/c.lock")]
    [InlineData("# a comment\n**/*.txt", "B.txt")]
    [InlineData("Z", "Z/B.md Z/a.md Z/é.md")]
    [InlineData("b/deep/*\nB.txt\nb/a.lock\nb/deep", "b/deep/c.lock B.txt b/a.lock")]
    [InlineData("Z/a.md\nZ/*", "Z/B.md Z/a.md Z/é.md")]
    [InlineData("**/*.lock\n!b\nb/deep/**", "a.lock b/deep/c.lock node_modules/x.lock")]
    [InlineData("[bZ]/*", "Z/B.md Z/a.md Z/é.md b/.hidden/d.lock b/a.lock b/deep/c.lock")]
    [InlineData("**/deep", "b/deep/c.lock")]
    public void It_is_the_hash_of_the_matching_files_hashes_in_the_order_of_a_walk(string pattern, string files)
    {
        var hashes = files.Split(' ').SelectMany(file => SHA256.HashData(Bytes(file)));

        FileHashes.Of(_workspace.Path, [pattern]).Should().Be(Convert.ToHexStringLower(SHA256.HashData([.. hashes])));
    }

    [Fact]
    public void It_is_empty_when_nothing_matches() => FileHashes.Of(_workspace.Path, ["*.nope"]).Should().BeEmpty();

    [Fact]
    public void A_link_to_a_directory_is_not_followed()
    {
        Directory.CreateSymbolicLink(Path.Combine(_workspace.Path, "linked"), Path.Combine(_workspace.Path, "b"));

        FileHashes.Of(_workspace.Path, ["linked/**"]).Should().BeEmpty();
    }

    public void Dispose() => _workspace.Dispose();

    static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
