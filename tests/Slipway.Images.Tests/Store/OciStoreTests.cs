using Slipway.Testing;

namespace Slipway.Images.Tests;

public class OciStoreTests
{
    [Fact]
    public void A_pushed_image_is_found_by_tag_by_digest_and_by_both()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);

        var pushed = store.Push(directory["layout"], TestImage.Reference);

        pushed.Should().Be(new StoredImage(TestImage.Reference, image.Digest));
        store.Resolve("gallery:1.2.3").Should().Be(pushed);
        store.Resolve(image.Digest.ToString()).Should().Be(pushed);
        store.Resolve(image.Digest).Should().Be(pushed);
        store.Resolve($"gallery@{image.Digest}").Should().Be(pushed);
        store.List().Should().Equal(pushed);
        pushed.ToString().Should().Be($"gallery:1.2.3@{image.Digest}");
    }

    [Fact]
    public void Pushing_again_changes_nothing()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        var before = TreeDigest.Of(directory["store"], CancellationToken.None);

        store.Push(directory["layout"], TestImage.Reference);

        TreeDigest.Of(directory["store"], CancellationToken.None).Should().Be(before);
    }

    [Fact]
    public void A_tag_that_moves_leaves_its_former_image()
    {
        using var directory = new TempDirectory();
        var first = TestImage.Build(directory, "first", "one");
        var second = TestImage.Build(directory, "second", "two");
        var store = new OciStore(directory["store"]);
        store.Push(directory["first"], TestImage.Reference);

        store.Push(directory["second"], TestImage.Reference);

        store.Resolve("gallery:1.2.3").Digest.Should().Be(second.Digest);
        store.Resolve(first.Digest).Reference.Should().BeNull();
        store.List().Should().HaveCount(2);
        store.Unpack(first.Digest, directory["run"]).Digest.Should().Be(first.Digest);
    }

    [Fact]
    public void A_tag_that_moves_back_is_listed_once()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory, "first", "one");
        TestImage.Build(directory, "second", "two");
        var store = new OciStore(directory["store"]);
        foreach (var layout in new[] { "first", "second", "first" })
            store.Push(directory[layout], TestImage.Reference);

        store.List().Select(image => image.Digest).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public void One_image_may_have_several_tags()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        store.Push(directory["layout"], TestImage.Reference.WithTag("latest"));

        store.List().Select(one => one.Reference!.Tag).Should().Equal("1.2.3", "latest");
        store.List().Select(one => one.Digest).Should().AllBeEquivalentTo(image.Digest);
    }

    [Fact]
    public void What_the_store_does_not_have_is_an_error_that_lists_what_it_has()
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store
            .Invoking(_ => store.Resolve("gallery:1"))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*no image 'gallery:1'*nothing; push one first*");
        store.List().Should().BeEmpty();
        store.Push(directory["layout"], TestImage.Reference);

        foreach (var unknown in new[] { "gallery:1", "gallery", Digest.Of([]).ToString() })
            store
                .Invoking(_ => store.Resolve(unknown))
                .Should()
                .Throw<ImageException>()
                .WithMessage($"*no image '{unknown}'*gallery:1.2.3@sha256:*");
        store.Invoking(_ => store.Unpack(Digest.Of([]), directory["run"])).Should().Throw<ImageException>();
    }

    [Theory]
    [InlineData("gallery")]
    [InlineData("gallery:1@sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void An_image_is_pushed_to_a_name_and_a_tag(string reference)
    {
        using var directory = new TempDirectory();
        TestImage.Build(directory);

        FluentActions
            .Invoking(() => new OciStore(directory["store"]).Push(directory["layout"], ImageReference.Parse(reference)))
            .Should()
            .Throw<ImageException>()
            .WithMessage("*name and a tag*");
    }

    [Fact]
    public void A_damaged_blob_of_the_store_is_repaired_by_pushing_again()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);
        var layer = OciLayout.Open(directory["store"]).BlobPath(image.LayerDigests[0]);
        File.WriteAllText(layer, "damaged");

        store.Push(directory["layout"], TestImage.Reference);

        store.Unpack(image.Digest, directory["run"]).Digest.Should().Be(image.Digest);
    }

    [Fact]
    public void Many_pushes_at_once_all_arrive()
    {
        using var directory = new TempDirectory();
        var tags = Enumerable.Range(0, 8).Select(number => TestImage.Reference.WithTag($"v{number}")).ToList();
        for (var number = 0; number < tags.Count; number++)
            TestImage.Build(directory, $"layout{number}", $"content {number % 3}");

        Parallel.For(
            0,
            tags.Count,
            number => new OciStore(directory["store"]).Push(directory[$"layout{number}"], tags[number])
        );

        var store = new OciStore(directory["store"]);
        store.List().Select(image => image.Reference).Should().BeEquivalentTo(tags);
        store.List().DistinctBy(image => image.Digest).Should().HaveCount(3);
    }

    [Fact]
    public void The_configuration_is_read_by_digest()
    {
        using var directory = new TempDirectory();
        var image = TestImage.Build(directory);
        var store = new OciStore(directory["store"]);
        store.Push(directory["layout"], TestImage.Reference);

        var configuration = store.ReadConfiguration(image.Digest);

        configuration.Label(Annotations.Version).Should().Be("1.2.3");
        configuration.Label(Annotations.AppLayerOnly).Should().Be("true");
        configuration.Label("none").Should().BeNull();
    }
}
