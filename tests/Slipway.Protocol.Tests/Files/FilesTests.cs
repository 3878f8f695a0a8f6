using System.Runtime.Versioning;
using Slipway.Protocol.Files;
using Slipway.Testing;

namespace Slipway.Protocol.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class FilesTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_is_replaced_whole_and_only_its_owner_reads_it()
    {
        var path = _directory.Write("state.json", "old and longer than the new");

        DurableFile.Write(path, "new");

        File.ReadAllText(path).Should().Be("new");
        File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(_directory.Path).Should().Equal(path);
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_directory["taken"]);

        var write = () => DurableFile.Write(_directory["taken"], "new");

        write.Should().Throw<IOException>();
        Directory.GetFileSystemEntries(_directory.Path).Should().Equal(_directory["taken"]);
    }

    [Fact]
    public void An_environment_has_one_short_private_directory_for_its_sockets()
    {
        var deep = Path.Combine(_directory.Path, new string('x', 200));

        var directory = RuntimeDirectory.For(deep);
        try
        {
            RuntimeDirectory.For(deep + "/").Should().Be(directory);
            directory.Length.Should().BeLessThan(60);
            File.GetUnixFileMode(directory)
                .Should()
                .Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        finally
        {
            Directory.Delete(directory);
        }
    }

    [Fact]
    public void A_directory_that_others_may_enter_is_closed_to_them()
    {
        var open = _directory["open"];
        Directory.CreateDirectory(open, (UnixFileMode)0b111_111_111);

        RuntimeDirectory.EnsurePrivate(open);

        File.GetUnixFileMode(open).Should().Be((UnixFileMode)0b111_000_000);
    }

    [Fact]
    public void A_link_is_not_a_private_directory()
    {
        Directory.CreateSymbolicLink(_directory["link"], _directory.Path);

        var ensure = () => RuntimeDirectory.EnsurePrivate(_directory["link"]);

        ensure.Should().Throw<IOException>().WithMessage("*belongs to somebody else*");
    }
}
