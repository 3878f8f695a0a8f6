namespace Nuke.Conformance;

public class PathTests
{
    [Theory]
    [InlineData("normal", "'/a/c/d.tar.gz'")]
    [InlineData("slash", "'/a/c/e'")]
    [InlineData("plus", "'/a/c/d.tar.gz.sha'")]
    [InlineData("name", "'d.tar.gz'")]
    [InlineData("bare", "'d.tar'")]
    [InlineData("extension", "'.gz'")]
    [InlineData("parent", "'/a/c'")]
    [InlineData("rootsParent", "null")]
    [InlineData("trailing", "'/a/b'")]
    [InlineData("equal", "True")]
    [InlineData("contains", "True")]
    [InlineData("notContains", "False")]
    [InlineData("relative", "'../c/d'")]
    [InlineData("unix", "'d'")]
    [InlineData("absentFile", "False")]
    [InlineData("quoted", "'/a b/c'")]
    [InlineData("dn", "'\"/a b/c\"'")]
    [InlineData("range", "'\"/a b/c\"'")]
    [InlineData("withExtension", "'/a/c/d.tar.zip'")]
    [InlineData("null", "null")]
    public async Task A_path_is_composed(string name, string expected)
    {
        (await Composed.Value).Value(name).Should().Be(expected);
    }

    /// <summary>One run for all of the facts above.</summary>
    static readonly Lazy<Task<SampleRun>> Composed = new(() => RunAsync("Compose"));

    [Theory]
    [InlineData("ComposeTextAndPath", "Path 'text' must be rooted")]
    [InlineData("RelativeCast", "Path 'a/b' must be rooted")]
    public async Task What_is_no_absolute_path_is_an_error(string target, string expected)
    {
        var run = await RunAsync(target);

        run.ExitCode.Should().Be(255);
        run.Summary.Should().ContainSingle().Which.Note.Should().Be($"ArgumentException: {expected}");
    }

    [Theory]
    [InlineData("all", "['.hidden/f.cs','a.cs','sub/bin/e.cs','sub/c.cs','sub/deep/d.cs']")]
    [InlineData("top", "['a.cs']")]
    [InlineData("two", "['b.txt','sub/c.cs']")]
    [InlineData("braces", "['sub/c.cs','sub/deep/d.cs']")]
    [InlineData("none", "[]")]
    [InlineData("directories", "['','.hidden','sub','sub/bin','sub/deep']")]
    [InlineData("named", "['sub/bin']")]
    [InlineData("star", "['.hidden','sub']")]
    [InlineData("question", "['a.cs']")]
    [InlineData("set", "['a.cs','b.txt']")]
    public async Task A_pattern_finds_what_it_should(string name, string expected)
    {
        (await Globbed.Value).Value(name).Should().Be(expected);
    }

    static readonly Lazy<Task<SampleRun>> Globbed = new(() => RunAsync("Glob"));

    [Theory]
    [InlineData("lines", "['one','two']")]
    [InlineData("exists", "True")]
    [InlineData("fileExists", "True")]
    [InlineData("asDirectory", "False")]
    [InlineData("copied", "True")]
    [InlineData("copyOntoExisting", "True")]
    [InlineData("moved", "True")]
    [InlineData("copiedInto", "True")]
    [InlineData("cleaned", "0")]
    [InlineData("tree", "True")]
    [InlineData("deleted", "True")]
    [InlineData("readMissing", "True")]
    public async Task Files_are_written_copied_moved_and_deleted(string name, string expected)
    {
        var run = await Filed.Value;

        run.ExitCode.Should().Be(0, run.All);
        run.Value(name).Should().Be(expected);
    }

    static readonly Lazy<Task<SampleRun>> Filed = new(() => RunAsync("Files"));

    [Fact]
    public async Task A_written_text_ends_with_a_line_break_and_an_appended_one_follows_it()
    {
        (await Filed.Value).Output.Should().Contain("written='one\ntwo\n'").And.Contain("appended='one\ntwo\nthree'");
    }

    static async Task<SampleRun> RunAsync(string target)
    {
        using var sample = new SampleBuild("Paths");
        return await sample.RunAsync(target);
    }
}
