using FsCheck;
using FsCheck.Fluent;
using Nuke.Common.IO;

namespace Nuke.Common.Tests.IO;

public class AbsolutePathTests
{
    static readonly AbsolutePath Root = "/src";

    [Theory]
    [InlineData("/a/b", "c", "/a/b/c")]
    [InlineData("/a/b/", "c/", "/a/b/c")]
    [InlineData("/", "c", "/c")]
    [InlineData("/a/b", "../c", "/a/c")]
    [InlineData("/a/b", "./c//d", "/a/b/c/d")]
    [InlineData("/a/b", @"c\d", "/a/b/c/d")]
    [InlineData("/a/b", null, "/a/b")]
    [InlineData(@"C:\a", "b/c", @"C:\a\b\c")]
    [InlineData("C:", "b", @"C:\b")]
    [InlineData(@"\\server\share", "x", @"\\server\share\x")]
    public void A_slash_appends_a_part_and_normalizes(string left, string? right, string expected) =>
        ((AbsolutePath)left / right).ToString().Should().Be(expected);

    [Fact]
    public void A_path_without_a_root_is_refused()
    {
        var convert = () => (AbsolutePath)"relative/path";

        convert.Should().Throw<ArgumentException>().WithMessage("Path 'relative/path' must be rooted*");
    }

    [Fact]
    public void A_rooted_right_side_is_refused()
    {
        var combine = () => Root / "/etc";

        combine.Should().Throw<ArgumentException>().WithMessage("Second path must not be rooted*'/etc'*");
    }

    [Fact]
    public void A_path_above_its_root_is_refused()
    {
        var climb = () => Root / "../../x";

        climb.Should().Throw<ArgumentException>().WithMessage("*beyond path root*");
    }

    [Fact]
    public void A_text_plus_a_path_is_refused_as_in_NUKE()
    {
        var concatenate = () => "text" + Root;

        concatenate.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_plus_appends_text() => (Root / "file" + ".bak").ToString().Should().Be("/src/file.bak");

    [Theory]
    [InlineData("/a/b/c.tar.gz", "c.tar.gz", "c.tar", ".gz", "/a/b")]
    [InlineData("/a/.gitignore", ".gitignore", "", ".gitignore", "/a")]
    [InlineData("/a", "a", "a", "", "/")]
    public void A_path_knows_its_parts(string path, string name, string stem, string extension, string parent)
    {
        var actual = (AbsolutePath)path;

        (actual.Name, actual.NameWithoutExtension, actual.Extension, actual.Parent.ToString())
            .Should()
            .Be((name, stem, extension, parent));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("C:\\")]
    [InlineData(@"\\server")]
    public void A_root_has_no_parent(string root) => ((AbsolutePath)root).Parent.Should().BeNull();

    [Fact]
    public void The_range_of_all_is_the_parent() => (Root / "a" / ..).Should().Be(Root);

    [Fact]
    public void Paths_differ_by_case_except_on_a_drive()
    {
        ((AbsolutePath)"/a" == (AbsolutePath)"/A").Should().BeFalse();
        ((AbsolutePath)@"C:\a" == (AbsolutePath)@"c:\A").Should().BeTrue();
        ((AbsolutePath)@"C:\a").GetHashCode().Should().Be(((AbsolutePath)@"c:\A").GetHashCode());
    }

    [Fact]
    public void Null_is_a_path_that_is_not_there()
    {
        AbsolutePath? nothing = (string?)null;

        nothing.Should().BeNull();
        (nothing == null).Should().BeTrue();
        (nothing != Root).Should().BeTrue();
        ((string?)nothing).Should().BeNull();
    }

    [Theory]
    [InlineData(null, "/a b")]
    [InlineData("d", "\"/a b\"")]
    [InlineData("dn", "\"/a b\"")]
    [InlineData("s", "'/a b'")]
    [InlineData("sn", "'/a b'")]
    [InlineData("nq", "/a b")]
    public void A_format_puts_quotes_around(string? format, string expected) =>
        ((AbsolutePath)"/a b").ToString(format).Should().Be(expected);

    [Fact]
    public void An_unknown_format_is_refused()
    {
        var format = () => $"{Root:x}";

        format.Should().Throw<ArgumentException>().WithMessage("Format 'x' is not recognized*");
    }

    [Theory]
    [InlineData("/a/b", "/a/b/c", true)]
    [InlineData("/a/b", "/a/b", true)]
    [InlineData("/a/b", "/a/bc", false)]
    [InlineData("/a/b", "/a", false)]
    public void A_path_contains_what_lies_below(string path, string other, bool expected) =>
        ((AbsolutePath)path).Contains(other).Should().Be(expected);

    [Theory]
    [InlineData("/a/b", "/a/b/c/d", "c/d")]
    [InlineData("/a/b", "/a/x", "../x")]
    [InlineData("/a/b", "/a/b", "")]
    [InlineData(@"C:\a", @"C:\b\c", @"..\b\c")]
    public void The_way_from_one_path_to_another_is_relative(string from, string to, string expected) =>
        PathConstruction.GetRelativePath(from, to).Should().Be(expected);

    [Fact]
    public void There_is_no_way_from_one_drive_to_another()
    {
        var relate = () => PathConstruction.GetRelativePath(@"C:\a", @"D:\a");

        relate.Should().Throw<ArgumentException>().WithMessage("*different drives*");
    }

    [Fact]
    public void A_relative_path_has_the_separator_of_its_type()
    {
        string unix = (UnixRelativePath)@"a\b" / "c";
        string windows = (WinRelativePath)"a/b" / "c";
        string here = (RelativePath)"a/./b" / "..";

        (unix, windows, here).Should().Be(("a/b/c", @"a\b\c", "a"));
        Root.GetUnixRelativePathTo("/src/a/b").ToString().Should().Be("a/b");
        Root.GetRelativePathTo("/src/a/b").ToWinRelativePath().ToString().Should().Be(@"a\b");
    }

    [Fact]
    public void A_parameter_without_a_root_is_relative_to_the_working_directory()
    {
        var converter = System.ComponentModel.TypeDescriptor.GetConverter(typeof(AbsolutePath));

        converter.ConvertFromInvariantString("a/b").Should().Be(EnvironmentInfo.WorkingDirectory / "a" / "b");
        converter.ConvertFromInvariantString("/a/b").Should().Be((AbsolutePath)"/a/b");
    }

    [Fact]
    public void Any_part_that_is_appended_can_be_found_again()
    {
        var names = Gen.Elements("a", "b.txt", "c d", "ü", ".hidden", "..x").ListOf();

        Prop.ForAll(
                names.ToArbitrary(),
                parts =>
                {
                    var path = parts.Aggregate(Root, (whole, part) => whole / part);
                    string relative = Root.GetRelativePathTo(path);
                    return Root.Contains(path)
                        && Root / relative == path
                        && parts.Aggregate(path, (rest, _) => rest.Parent) == Root;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Normalizing_twice_changes_nothing()
    {
        var parts = Gen.Elements("a", "b", ".", "..", "", "c").ListOf();

        Prop.ForAll(
                parts.ToArbitrary(),
                all =>
                {
                    var once = PathConstruction.NormalizePath(string.Join('/', all.Prepend("a")));
                    return PathConstruction.NormalizePath(once) == once;
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
