using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.IO;

public sealed class MoveCopyTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    AbsolutePath Root => _directory.Path;

    [Fact]
    public void A_file_is_renamed_with_or_without_its_extension()
    {
        AbsolutePath file = _directory.Write("a.txt", "1");

        var renamed = file.RenameWithoutExtension("b").Rename(x => x.Name + ".bak");

        renamed.Should().Be(Root / "b.txt.bak");
        renamed.FileExists().Should().BeTrue();
        file.FileExists().Should().BeFalse();
    }

    [Fact]
    public void By_default_nothing_is_overwritten()
    {
        AbsolutePath source = _directory.Write("a", "new");
        AbsolutePath target = _directory.Write("d/a", "old");

        var copy = () => source.CopyToDirectory(Root / "d");

        copy.Should().Throw<Exception>().WithMessage($"File '{target}' already exists");
        File.ReadAllText(target).Should().Be("old");
    }

    [Theory]
    [InlineData(ExistsPolicy.FileSkip, "old")]
    [InlineData(ExistsPolicy.FileOverwrite, "new")]
    [InlineData(ExistsPolicy.FileOverwriteIfNewer, "old")]
    public void A_policy_decides_about_an_existing_file(ExistsPolicy policy, string expected)
    {
        AbsolutePath source = _directory.Write("a", "new");
        AbsolutePath target = _directory.Write("b", "old");
        source.TouchFile(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Local));

        var result = source.Copy(target, policy);

        File.ReadAllText(target).Should().Be(expected);
        result.Should().Be(expected == "new" ? target : source);
    }

    [Fact]
    public void Two_file_policies_are_refused()
    {
        AbsolutePath source = _directory.Write("a", "");
        AbsolutePath target = _directory.Write("b", "");

        var copy = () => source.Copy(target, ExistsPolicy.FileSkip | ExistsPolicy.FileOverwrite);

        copy.Should().Throw<ArgumentOutOfRangeException>().WithMessage("Exactly one file policy*");
    }

    [Fact]
    public void Directories_are_merged_only_when_asked()
    {
        _directory.Write("a/x", "1");
        _directory.Write("b/y", "2");

        var copy = () => (Root / "a").Copy(Root / "b");

        copy.Should().Throw<ArgumentException>().WithMessage("Policy disallows merging*");
        (Root / "a").Copy(Root / "b", ExistsPolicy.MergeAndSkip).GetFiles().Should().HaveCount(2);
    }

    [Fact]
    public void What_is_excluded_is_not_copied()
    {
        _directory.Write("a/bin/x", "");
        _directory.Write("a/y.log", "");
        _directory.Write("a/z", "");

        (Root / "a").Copy(Root / "b", excludeDirectory: x => x.Name == "bin", excludeFile: x => x.HasExtension(".log"));

        (Root / "b").GlobFiles("**/*").Should().Equal(Root / "b" / "z");
    }

    [Fact]
    public void A_moved_directory_leaves_what_was_skipped()
    {
        _directory.Write("a/x", "new");
        _directory.Write("a/y", "new");
        _directory.Write("b/x", "old");

        (Root / "a").Move(Root / "b", ExistsPolicy.MergeAndSkip);

        (Root / "a").GlobFiles("**/*").Should().Equal(Root / "a" / "x");
        (Root / "b" / "y").FileExists().Should().BeTrue();
    }

    [Fact]
    public void A_moved_directory_is_gone_when_the_rest_may_go()
    {
        _directory.Write("a/x", "new");
        _directory.Write("b/x", "old");

        (Root / "a").Move(Root / "b", ExistsPolicy.MergeAndSkip, deleteRemainingFiles: true);

        (Root / "a").DirectoryExists().Should().BeFalse();
    }

    [Fact]
    public void A_directory_does_not_go_into_itself()
    {
        _directory.Write("a/x", "");

        var move = () => (Root / "a").MoveToDirectory(Root / "a" / "b");

        move.Should().Throw<ArgumentException>().WithMessage("*must not be in source directory*");
    }
}
