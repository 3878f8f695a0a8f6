using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.IO;

public sealed class FileTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    AbsolutePath Root => _directory.Path;

    [Theory]
    [InlineData("text", "text\n")]
    [InlineData("text\n\n", "text\n")]
    [InlineData("a\r\nb", "a\r\nb\r\n")]
    [InlineData("", "\n")]
    public void A_written_text_ends_in_one_line_break(string text, string expected) =>
        File.ReadAllText((Root / "new" / "file").WriteAllText(text)).Should().Be(expected);

    [Fact]
    public void A_text_is_written_as_it_is_when_asked() =>
        (Root / "file").WriteAllText("text", eofLineBreak: false).ReadAllText().Should().Be("text");

    [Fact]
    public void Lines_are_written_read_and_appended()
    {
        var file = (Root / "file").WriteAllLines(["a", "b"], platformFamily: PlatformFamily.Linux);

        file.AppendAllLines(["c"]).AppendAllText("d").ReadAllLines().Should().Equal("a", "b", "c", "d");
    }

    [Fact]
    public void A_text_is_updated_in_place() =>
        (Root / "file").WriteAllText("old").UpdateText(x => x.Replace("old", "new")).ReadAllText().Should().Be("new\n");

    [Fact]
    public void Reading_what_is_missing_names_the_file()
    {
        var read = () => (Root / "missing").ReadAllText();

        read.Should().Throw<ArgumentException>().WithMessage($"Expected file to exist: {Root / "missing"}*");
    }

    [Fact]
    public void What_exists_is_told_by_the_name_of_the_variable()
    {
        var aFile = (Root / "x").WriteAllText("");
        var aDirectory = Root / "x";
        var something = Root / "x";

        aFile.Exists().Should().BeTrue();
        aDirectory.Exists().Should().BeFalse();
        aDirectory.Existing().Should().BeNull();
        something.Invoking(_ => something.Exists()).Should().Throw<ArgumentException>().WithMessage("*'something'*");
    }

    [Fact]
    public void Touching_creates_a_file_and_sets_its_time()
    {
        var time = new DateTime(2020, 1, 2, 3, 4, 6, DateTimeKind.Local);

        var file = (Root / "new" / "file").TouchFile(time);

        file.ExistingFile().Should().Be(file);
        File.GetLastWriteTime(file).Should().Be(time);
        Root.GetLastWriteTimeUtc().Should().BeOnOrAfter(time.ToUniversalTime());
    }

    [Fact]
    public void A_directory_is_emptied()
    {
        _directory.Write("d/e/f", "");

        (Root / "d").CreateOrCleanDirectory().GlobFiles("**/*").Should().BeEmpty();
    }

    [Fact]
    public void Deleting_what_is_missing_does_nothing()
    {
        (Root / "missing").DeleteFile();
        (Root / "missing").DeleteDirectory();
        new[] { Root / "missing" }.DeleteFiles();
        new[] { Root / "missing" }.DeleteDirectories();
    }

    [SkippableFact]
    public void Deleting_a_directory_leaves_the_target_of_a_link()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var target = (Root / "target").WriteAllText("kept");
        File.CreateSymbolicLink((Root / "d").CreateDirectory() / "link", target);

        (Root / "d").DeleteDirectory();

        target.ReadAllText().Should().Be("kept\n");
    }

    [Fact]
    public void Files_are_listed_level_by_level()
    {
        foreach (var file in new[] { "b", "a", "d/c", "d/e/f" })
            _directory.Write(file, "");

        Names(Root.GetFiles()).Should().Equal("a", "b");
        Names(Root.GetFiles(depth: 2)).Should().Equal("a", "b", "c");
        Names(Root.GetFiles(depth: int.MaxValue)).Should().Equal("a", "b", "c", "f");
        Names(Root.GetDirectories(depth: 5)).Should().Equal("d", "e");
        Root.GetFiles(depth: 0).Should().BeEmpty();
    }

    [Fact]
    public void A_parent_is_found_by_what_it_holds()
    {
        AbsolutePath file = _directory.Write("d/e/f", "");
        _directory.Write("d/mark", "");

        file.FindParent(x => x.ContainsFile("mark")).Should().Be(Root / "d");
        (Root / "d").FindParentOrSelf(x => x.ContainsDirectory("e")).Should().Be(Root / "d");
        file.FindParent(x => x.ContainsFile("no such file")).Should().BeNull();
    }

    [Theory]
    [InlineData("a.tar.gz", ".gz", true)]
    [InlineData("a.ZIP", ".zip", true)]
    [InlineData("a.txt", ".zip", false)]
    public void An_extension_is_recognised_in_any_case(string name, string extension, bool expected) =>
        (Root / name).HasExtension(extension, ".other").Should().Be(expected);

    [Fact]
    public void An_extension_is_changed_with_or_without_its_dot()
    {
        (Root / "a.b").WithExtension("c").Name.Should().Be("a.c");
        (Root / "a.b").WithExtension(".c").Name.Should().Be("a.c");
    }

    [Fact]
    public void A_file_has_the_hash_that_md5sum_prints() =>
        (Root / "file").WriteAllText("hello").GetFileHash().Should().Be("b1946ac92492d2347c6235b4d2611184");

    [Fact]
    public void The_hash_of_a_directory_depends_on_names_and_contents()
    {
        _directory.Write("d/a", "1");
        var before = (Root / "d").GetDirectoryHash();

        (Root / "d").Copy(Root / "e");
        (Root / "e").GetDirectoryHash().Should().Be(before);
        (Root / "e" / "a").Rename("b");
        (Root / "e").GetDirectoryHash().Should().NotBe(before);
        (Root / "e").GetDirectoryHash(_ => false).Should().Be("d41d8cd98f00b204e9800998ecf8427e");
    }

    static IEnumerable<string> Names(IEnumerable<AbsolutePath> paths) => paths.Select(x => x.Name);
}
