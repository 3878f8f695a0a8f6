using Slipway.Testing;
using Slipway.Workflows.Running.Artifacts;

namespace Slipway.Workflows.Tests.Running.Artifacts;

/// <summary>What GitHub's documentation of upload-artifact says of its paths.</summary>
public sealed class UploadedFilesTests : IDisposable
{
    readonly TempDirectory _workspace = new();

    public UploadedFilesTests()
    {
        _workspace.Write("out/report.html", "");
        _workspace.Write("out/data/one.trx", "");
        _workspace.Write("out/data/two.log", "");
        _workspace.Write("out/.hidden/secret", "");
        _workspace.Write("other/three.trx", "");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("out/report.html", "report.html")]
    [InlineData("out", "data/one.trx,data/two.log,report.html")]
    [InlineData("out/", "data/one.trx,data/two.log,report.html")]
    [InlineData("out/**", "data/one.trx,data/two.log,report.html")]
    [InlineData("out/**/*.trx", "data/one.trx")]
    [InlineData("out/data\n!out/data/*.log", "one.trx")]
    [InlineData("out/data/*.trx\nother", "other/three.trx,out/data/one.trx")]
    [InlineData("./out/*.html\n# a comment", "report.html")]
    [InlineData("nothing/**", "")]
    public void A_path_takes_files_relative_to_what_its_patterns_have_in_common(string paths, string expected) =>
        string.Join(',', Find(paths)).Should().Be(expected);

    [Fact]
    public void Hidden_files_are_taken_only_when_they_are_asked_for() =>
        Find("out", includesHidden: true).Should().Contain(".hidden/secret");

    IEnumerable<string> Find(string paths, bool includesHidden = false) =>
        UploadedFiles.Find(_workspace.Path, paths, includesHidden).Select(file => file.Path);
}
