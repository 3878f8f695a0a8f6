using Slipway.Testing;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Artifacts;

namespace Slipway.Workflows.Tests.Running.Artifacts;

public sealed class ArtifactStoreTests : IDisposable
{
    readonly TempDirectory _directory = new();

    ArtifactStore Store => new(_directory["store"]);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_put_in_comes_out_with_its_paths()
    {
        Put("results", ("a.txt", "one"), ("deep/er/b.txt", "two"));

        Store.Take(Store.Find("results")!, _directory["out"]);

        File.ReadAllText(_directory["out/a.txt"]).Should().Be("one");
        File.ReadAllText(_directory["out/deep/er/b.txt"]).Should().Be("two");
    }

    [Fact]
    public void The_same_files_have_the_same_digest_whatever_their_order_and_name()
    {
        var one = Put("one", ("a", "x"), ("b", "y"));
        var other = Put("other", ("b", "y"), ("a", "x"));

        other.Digest.Should().Be(one.Digest);
        Put("third", ("a", "y"), ("b", "x")).Digest.Should().NotBe(one.Digest);
    }

    [Fact]
    public void A_content_that_is_there_already_is_kept_once()
    {
        Put("one", ("a", "same"), ("b", "same"));
        Put("other", ("c", "same"));

        Directory.EnumerateFiles(_directory["store/blobs"]).Should().ContainSingle();
    }

    [Fact]
    public void A_file_that_was_changed_in_the_store_is_refused()
    {
        var artifact = Put("results", ("a.txt", "one"));
        File.WriteAllText(_directory[$"store/blobs/{artifact.Files[0].Digest}"], "0ne");

        FluentActions
            .Invoking(() => Store.Take(artifact, _directory["out"]))
            .Should()
            .Throw<StepException>()
            .WithMessage("a.txt of the artifact 'results' is damaged: its SHA-256 is*");
    }

    [Fact]
    public void A_file_that_is_gone_from_the_store_is_refused()
    {
        var artifact = Put("results", ("a.txt", "one"));
        File.Delete(_directory[$"store/blobs/{artifact.Files[0].Digest}"]);

        FluentActions
            .Invoking(() => Store.Take(artifact, _directory["out"]))
            .Should()
            .Throw<StepException>()
            .WithMessage("a.txt of the artifact 'results' is damaged*");
    }

    [Fact]
    public void A_path_that_leads_out_of_the_artifact_is_refused()
    {
        var artifact = Put("results", ("../a.txt", "one"));

        FluentActions
            .Invoking(() => Store.Take(artifact, _directory["out"]))
            .Should()
            .Throw<StepException>()
            .WithMessage("*names a file outside of it*");
        File.Exists(_directory["a.txt"]).Should().BeFalse();
    }

    [Fact]
    public void A_name_is_given_once_unless_it_is_to_be_replaced()
    {
        Put("results", ("a.txt", "one"));

        FluentActions
            .Invoking(() => Put("results", ("a.txt", "two")))
            .Should()
            .Throw<StepException>()
            .WithMessage("*is there already*");
        Store.Put("results", [("a.txt", _directory.Write("source/new", "two"))], replaces: true);
        Store.Take(Store.Find("results")!, _directory["out"]);
        File.ReadAllText(_directory["out/a.txt"]).Should().Be("two");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    public void What_is_no_name_on_GitHub_is_none_here(string name) =>
        FluentActions
            .Invoking(() => Put(name))
            .Should()
            .Throw<StepException>()
            .WithMessage("*is no name of an artifact*");

    [Fact]
    public void One_that_nobody_has_put_in_is_not_there() => Store.Find("none").Should().BeNull();

    Artifact Put(string name, params (string Path, string Content)[] files) =>
        Store.Put(
            name,
            files.Select((file, index) => (file.Path, _directory.Write($"source/{index}", file.Content))),
            replaces: false
        );
}
