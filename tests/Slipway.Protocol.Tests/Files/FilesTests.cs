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
    public void What_they_share_is_not_where_workflows_keep_environments() =>
        $"{MachineDirectory.Ensure()}/".Should().NotStartWith("/var/lib/slipway/", "others may read that one");

    [Fact]
    public void What_the_environments_of_a_user_share_is_private_and_moves_with_no_variable()
    {
        var before = Environment.GetEnvironmentVariable("TMPDIR");
        var directory = MachineDirectory.Ensure();
        Environment.SetEnvironmentVariable("TMPDIR", _directory.Path);
        try
        {
            MachineDirectory.Ensure().Should().Be(directory);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", before);
        }

        File.GetUnixFileMode(directory)
            .Should()
            .Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_directory_that_others_may_enter_is_refused_and_left_as_it_is()
    {
        var open = _directory["open"];
        Directory.CreateDirectory(open);
        File.SetUnixFileMode(open, (UnixFileMode)0b111_101_101);

        var ensure = () => RuntimeDirectory.EnsurePrivate(open);

        ensure.Should().Throw<IOException>().WithMessage("*chmod 700*");
        File.GetUnixFileMode(open).Should().Be((UnixFileMode)0b111_101_101);
    }

    [Fact]
    public void A_lock_is_held_by_one_until_it_lets_go()
    {
        var path = _directory["state.lock"];
        var second = () => FileLock.Take(path);

        using (FileLock.Take(path))
            second.Should().Throw<FileLockedException>().WithMessage($"*{path}*");

        second().Dispose();
    }

    [Fact]
    public void A_lock_in_a_missing_directory_is_not_called_taken()
    {
        var take = () => FileLock.Take(_directory["missing/state.lock"]);

        take.Should().Throw<DirectoryNotFoundException>();
    }

    [Fact]
    public void Older_files_move_on_and_the_oldest_goes()
    {
        for (var age = 1; age <= 3; age++)
            _directory.Write($"a.log.{age}", $"{age}");

        RotatedFiles.MakeRoom(_directory["a.log"], kept: 3);

        File.Exists(_directory["a.log.1"]).Should().BeFalse();
        File.ReadAllText(_directory["a.log.2"]).Should().Be("1");
        File.ReadAllText(_directory["a.log.3"]).Should().Be("2");
    }

    [Fact]
    public void A_link_is_not_a_private_directory()
    {
        Directory.CreateSymbolicLink(_directory["link"], _directory.Path);

        var ensure = () => RuntimeDirectory.EnsurePrivate(_directory["link"]);

        ensure.Should().Throw<IOException>().WithMessage("*belongs to somebody else*");
    }
}
