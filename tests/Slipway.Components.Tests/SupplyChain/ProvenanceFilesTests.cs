using Slipway.Components.SupplyChain;
using Slipway.Components.Tests.Support;
using Slipway.Images;
using Slipway.Testing;

namespace Slipway.Components.Tests.SupplyChain;

/// <summary>How an image was built, from where it was built to a release of it.</summary>
public sealed class ProvenanceFilesTests : IDisposable
{
    const string Version = "1.2.3";

    static readonly Digest s_image = Digest.Of("image"u8);
    static readonly DateTimeOffset s_first = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly TempDirectory _root = new();

    SampleBuild Build => new(_root.Path);

    [Fact]
    public void What_the_layout_says_is_taken_over_once()
    {
        Built(s_first);
        BuildFacts.HandOn(Build, s_image);
        Built(s_first.AddHours(1));

        BuildFacts.HandOn(Build, s_image);

        Written().Should().Contain("2026-01-02T03:04:05Z").And.NotContain("2026-01-02T04:04:05Z");
    }

    [Fact]
    public void What_another_image_was_built_by_is_not_taken_for_it()
    {
        Built(s_first, Digest.Of("another"u8));
        BuildFacts.HandOn(Build, s_image);

        var writing = () => Written();

        writing.Should().Throw<BuildException>().WithMessage("nothing here tells how the image *");
    }

    [Fact]
    public void It_is_about_the_files_that_belong_to_the_image_and_no_others()
    {
        Built(s_first);
        _root.Write("artifacts/files/bill.txt", Version);
        _root.Write("artifacts/files/origin.txt", "of another version");

        ProvenanceFiles.Write(Build, s_image, Version).Others.Keys.Should().Equal("bill.txt");
    }

    [Fact]
    public void Written_again_it_is_the_same_bytes()
    {
        Built(s_first);
        _root.Write("artifacts/files/bill.txt", Version);

        var first = Written();

        Written().Should().Be(first);
        ProvenanceFiles.ImageOf(Build, ((IProvenance)Build).ProvenanceFile).Should().Be(s_image.ToString());
    }

    [Fact]
    public void One_about_a_file_that_is_another_by_now_is_of_nobody_knows_what()
    {
        Built(s_first);
        var bill = _root.Write("artifacts/files/bill.txt", Version);
        Written();
        File.WriteAllText(bill, "changed");

        ProvenanceFiles.ImageOf(Build, ((IProvenance)Build).ProvenanceFile).Should().BeNull();
    }

    public void Dispose() => _root.Dispose();

    string Written()
    {
        ProvenanceFiles.Write(Build, s_image, Version);
        return File.ReadAllText(((IProvenance)Build).ProvenanceFile);
    }

    /// <summary>As Image leaves it beside the layout.</summary>
    void Built(DateTimeOffset at, Digest? image = null) =>
        ProvenanceStatement
            .Of(
                new ImageBuild
                {
                    Name = "sample",
                    Image = image ?? s_image,
                    Parameters = new Dictionary<string, string>(StringComparer.Ordinal),
                    Commit = new string('c', 40),
                    Sdk = "10.0.100",
                    Builder = new BuilderIdentity(BuilderIdentity.Local, null),
                    Started = at,
                    Finished = at,
                }
            )
            .Save(((IImage)Build).ImageDirectory / "build.provenance.json");
}
