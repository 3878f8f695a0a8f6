using Slipway.Testing;
using TinyGallery.Api.Data;

namespace TinyGallery.UnitTests.Data;

public sealed class SafeFileTests : IDisposable
{
    readonly TempDirectory _directory = new();

    [Fact]
    public async Task A_file_is_replaced_as_a_whole()
    {
        var file = _directory.Write("backup", "old");

        await SafeFile.WriteAsync(file, partial => File.WriteAllTextAsync(partial, "new"));

        File.ReadAllText(file).Should().Be("new");
        Directory.GetFiles(_directory.Path).Should().Equal(file);
    }

    [Fact]
    public async Task A_failure_leaves_the_old_file_and_nothing_else()
    {
        var file = _directory.Write("backup", "old");

        var writing = () =>
            SafeFile.WriteAsync(
                file,
                async partial =>
                {
                    await File.WriteAllTextAsync(partial, "half");
                    throw new IOException("disk full");
                }
            );

        await writing.Should().ThrowAsync<IOException>();
        File.ReadAllText(file).Should().Be("old");
        Directory.GetFiles(_directory.Path).Should().Equal(file);
    }

    [Fact]
    public async Task Missing_directories_are_made()
    {
        var file = _directory["a/b/backup"];

        await SafeFile.WriteAsync(file, partial => File.WriteAllTextAsync(partial, "new"));

        File.Exists(file).Should().BeTrue();
    }

    public void Dispose() => _directory.Dispose();
}
