using Nuke.Common.IO;
using Slipway.Testing;

namespace Nuke.Common.Tests.IO;

public sealed class GlobbingTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public GlobbingTests()
    {
        foreach (var file in new[] { "a.cs", "b.txt", "src/a.cs", "src/deep/er/c.cs", "src/deep/[x].md", "obj/a.cs" })
            _directory.Write(file, "");
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("*.cs", "a.cs")]
    [InlineData("**/*.cs", "a.cs obj/a.cs src/a.cs src/deep/er/c.cs")]
    [InlineData("src/**/*.cs", "src/a.cs src/deep/er/c.cs")]
    [InlineData("src/**", "src/a.cs src/deep/[x].md src/deep/er/c.cs")]
    [InlineData("*/a.cs", "obj/a.cs src/a.cs")]
    [InlineData("{src,obj}/a.{cs,vb}", "src/a.cs obj/a.cs")]
    [InlineData("?.txt", "b.txt")]
    [InlineData("[a-c].*", "a.cs b.txt")]
    [InlineData("[!a].*", "b.txt")]
    [InlineData(@"src/deep/\[x\].md", "src/deep/[x].md")]
    [InlineData("s**c/a.cs", "src/a.cs")]
    [InlineData("A.CS", "")]
    [InlineData("missing/**/*.cs", "")]
    public void Files_are_found_by_pattern(string pattern, string expected) =>
        Relative(Root.GlobFiles(pattern)).Should().BeEquivalentTo(Words(expected));

    [Theory]
    [InlineData("**", ". obj src src/deep src/deep/er")]
    [InlineData("*", "obj src")]
    [InlineData("**/deep", "src/deep")]
    [InlineData("src/**", "src src/deep src/deep/er")]
    [InlineData("*/d*/*", "src/deep/er")]
    public void Directories_are_found_by_pattern_and_two_stars_find_the_directory_itself(
        string pattern,
        string expected
    ) => Relative(Root.GlobDirectories(pattern)).Should().BeEquivalentTo(Words(expected));

    [Fact]
    public void A_file_that_two_ways_lead_to_is_found_once() =>
        Relative(Root.GlobFiles("**/**/c.cs")).Should().Equal("src/deep/er/c.cs");

    [Fact]
    public void Several_patterns_add_up() => Root.GlobFiles("*.cs", "*.txt").Should().HaveCount(2);

    [Fact]
    public void A_directory_that_does_not_exist_holds_nothing() =>
        (Root / "missing").GlobFiles("**/*").Should().BeEmpty();

    [Fact]
    public void A_path_can_carry_its_pattern() =>
        Globbing.GlobFiles(Root / "src" / "**" / "*.cs").Should().HaveCount(2);

    [SkippableFact]
    public void Two_stars_do_not_walk_in_circles()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        Directory.CreateSymbolicLink(Root / "src" / "circle", Root);

        Root.GlobFiles("**/a.cs").Should().HaveCount(3);
    }

    [Theory]
    [InlineData("[a")]
    [InlineData("{a,b")]
    public void A_bracket_that_is_not_closed_is_refused(string pattern)
    {
        var find = () => Root.GlobFiles(pattern);

        find.Should().Throw<ArgumentException>().WithMessage($"*is not closed in glob pattern '{pattern}'*");
    }

    AbsolutePath Root => _directory.Path;

    IEnumerable<string> Relative(IEnumerable<AbsolutePath> paths) =>
        paths.Select(x => x == Root ? "." : Root.GetUnixRelativePathTo(x).ToString());

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
