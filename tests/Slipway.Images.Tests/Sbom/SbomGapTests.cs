using System.Text.Json;

namespace Slipway.Images.Tests.Sboms;

/// <summary>What cannot be told is said, in the document and to whoever makes it; it is never taken for nothing.</summary>
public class SbomGapTests
{
    const string Runtime = "Microsoft.NETCore.App is not in the image: it is the machine's, 10.0.0 or a newer patch";

    [Fact]
    public void An_image_without_a_base_has_no_runtime_in_it()
    {
        using var published = new Published();

        var bill = published.Bill();

        bill.Gaps.Should().Equal(Runtime);
        Published.Component(bill, "Microsoft.NETCore.App").TryGetProperty("purl", out _).Should().BeFalse();
        Gaps(Published.Json(bill).GetProperty("metadata")).Should().Equal(Runtime);
    }

    [Fact]
    public void The_base_images_runtime_is_told_with_its_version_and_the_layers_by_their_digests()
    {
        using var published = new Published();
        var basis = TestImage.FromLayers(
            published.Directory["base"],
            Layers.Tar("etc/os-release"),
            Layers.Tar("usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.7/System.dll")
        );
        published.Base = new BaseImage(published.Directory["base"]);

        var bill = published.Bill();

        var runtime = Published.Component(bill, "Microsoft.NETCore.App");
        runtime.GetProperty("version").GetString().Should().Be("10.0.7");
        runtime.GetProperty("purl").GetString().Should().Be("pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.7");
        var below = Published.Component(bill, "base image");
        below.GetProperty("version").GetString().Should().Be(basis.Digest.ToString());
        below.GetProperty("components").GetArrayLength().Should().Be(2);
        bill.Gaps.Should().ContainSingle().Which.Should().Contain("not what its distribution installed");
    }

    [Fact]
    public void A_package_that_is_not_restored_here_has_no_license_and_no_hash()
    {
        using var published = new Published();
        Directory.Delete(published.Packages, recursive: true);

        var bill = published.Bill();

        bill.Gaps.Should().Contain("Lib/2.0.0: license and hash are not known: it is not restored on this machine");
        var package = Published.Component(bill, "Lib");
        package.TryGetProperty("licenses", out _).Should().BeFalse();
        package.TryGetProperty("hashes", out _).Should().BeFalse();
        Gaps(package).Should().ContainSingle();
    }

    [Fact]
    public void A_restored_package_of_another_content_is_not_believed()
    {
        using var published = new Published();
        published.Restore("<license type=\"expression\">MIT</license>", contentHash: "BBBB");

        var bill = published.Bill();

        bill.Gaps.Should().Contain(gap => gap.Contains("another content", StringComparison.Ordinal));
        Published.Component(bill, "Lib").TryGetProperty("licenses", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("<nothing", "cannot be read")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "cannot be read")]
    [InlineData("<package/>", "no metadata")]
    public void A_broken_description_is_a_gap_with_its_reason(string nuspec, string why)
    {
        using var published = new Published();
        File.WriteAllText(Path.Combine(published.Packages, "lib/2.0.0/lib.nuspec"), nuspec);

        published.Bill().Gaps.Should().Contain(gap => gap.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_that_states_no_license_is_not_taken_for_free()
    {
        using var published = new Published();
        published.Restore("");

        published.Bill().Gaps.Should().Contain("Lib/2.0.0: the package states no license");
    }

    [Theory]
    [InlineData("<license type=\"file\">LICENSE.txt</license>", "LICENSE.txt, in the package", null)]
    [InlineData("<license type=\"expression\">M!T</license>", "M!T, in the package", null)]
    [InlineData("<licenseUrl>https://example.org/l</licenseUrl>", "stated by its address", "https://example.org/l")]
    public void A_license_that_is_no_expression_is_named_as_it_is_stated(string stated, string name, string? address)
    {
        using var published = new Published();
        published.Restore(stated);

        var license = Published.Component(published.Bill(), "Lib").GetProperty("licenses")[0].GetProperty("license");

        license.GetProperty("name").GetString().Should().Be(name);
        (license.TryGetProperty("url", out var url) ? url.GetString() : null).Should().Be(address);
    }

    [Fact]
    public void An_address_with_credentials_is_left_out()
    {
        using var published = new Published();
        published.Restore(
            "<licenseUrl>https://me:secret@example.org/l</licenseUrl><repository url='https://me:secret@example.org/r'/>"
        );

        System.Text.Encoding.UTF8.GetString(published.Bill().Json).Should().NotContain("secret");
    }

    [Fact]
    public void A_library_that_nothing_accounts_for_is_told_and_the_list_is_not_called_complete()
    {
        using var published = new Published();
        Aggregate(published.Bill()).Should().Be("complete");
        published.Write("sneaked.dll", "?");

        var bill = published.Bill();

        bill.Gaps.Should().Contain("/app/sneaked.dll is in the image, and no package names it");
        Aggregate(bill).Should().Be("incomplete");
        Published.Component(bill, "/app/sneaked.dll").GetProperty("type").GetString().Should().Be("file");
    }

    [Fact]
    public void A_file_that_a_package_should_have_brought_is_missed()
    {
        using var published = new Published();
        published.Remove("Lib.dll");

        var bill = published.Bill();

        bill.Gaps.Should().Contain("Lib/2.0.0: its file /app/Lib.dll is not in the image");
        Aggregate(bill).Should().Be("incomplete");
    }

    [Fact]
    public void A_dependency_that_is_not_listed_is_told()
    {
        using var published = new Published();
        published.Deps["targets"]!["net10.0"]!["Gallery/1.2.3"]!["dependencies"]!["Gone"] = "1.0.0";

        published.Bill().Gaps.Should().Contain(gap => gap.Contains("depends on Gone/1.0.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"runtimeTarget\":{\"name\":\"net10.0\"},\"targets\":{},\"libraries\":{}}")]
    [InlineData("{\"runtimeTarget\":{\"name\":\"x\"},\"targets\":{\"x\":{\"A\":{}}},\"libraries\":{\"A\":{}}}")]
    public void A_broken_list_of_packages_is_one_error_that_names_the_file(string deps)
    {
        using var published = new Published();

        var describing = () => published.Bill(deps);

        describing.Should().Throw<ImageException>().WithMessage("/app/Gallery.deps.json does not say what*Publish*");
    }

    [Fact]
    public void An_application_that_does_not_say_what_it_consists_of_is_an_error()
    {
        using var published = new Published();
        published.Build();
        published.Remove("Gallery.deps.json");
        ImageBuilder.Build(TestImage.Spec(published.Directory["publish"]), published.Directory["layout"]);

        var describing = () => published.Describe();

        describing.Should().Throw<ImageException>().WithMessage("*has no *.deps.json*GenerateDependencyFile*");
    }

    [Fact]
    public void A_damaged_layer_is_not_described()
    {
        using var published = new Published();
        var image = published.Build();
        var blob = OciLayout.Open(published.Directory["layout"]).BlobPath(image.LayerDigests[0]);
        var bytes = File.ReadAllBytes(blob);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(blob, bytes);

        var describing = () => published.Describe();

        describing.Should().Throw<ImageException>();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("{\"metadata\":{\"component\":{\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"short\"}]}}}")]
    public void A_document_of_nobody_knows_what_names_no_image(string text) =>
        Sbom.ImageOf(System.Text.Encoding.UTF8.GetBytes(text)).Should().BeNull();

    static string? Aggregate(BillOfMaterials bill) =>
        Published.Json(bill).GetProperty("compositions")[0].GetProperty("aggregate").GetString();

    static IEnumerable<string?> Gaps(JsonElement of) =>
        of.GetProperty("properties")
            .EnumerateArray()
            .Where(property => property.GetProperty("name").ValueEquals("slipway:gap"))
            .Select(property => property.GetProperty("value").GetString());
}
