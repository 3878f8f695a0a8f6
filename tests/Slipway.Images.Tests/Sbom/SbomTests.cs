using System.Text.Json;
using Slipway.Testing;

namespace Slipway.Images.Tests.Sboms;

public class SbomTests
{
    [Fact]
    public void It_names_the_image_by_its_digest()
    {
        using var published = new Published();
        var image = published.Build();

        var bill = published.Describe();

        bill.Image.Should().Be(image.Digest);
        Sbom.ImageOf(bill.Json).Should().Be(image.Digest);
        var subject = Published.Json(bill).GetProperty("metadata").GetProperty("component");
        subject.GetProperty("version").GetString().Should().Be("1.2.3");
        subject.GetProperty("purl").GetString().Should().Be($"pkg:oci/gallery@sha256%3A{image.Digest.Hex}");
    }

    [Fact]
    public void The_same_image_gives_the_same_bytes_with_the_commits_time()
    {
        using var one = new Published();
        using var other = new Published();

        var bill = one.Bill();

        other.Bill().Json.Should().Equal(bill.Json);
        Published
            .Json(bill)
            .GetProperty("metadata")
            .GetProperty("timestamp")
            .GetString()
            .Should()
            .Be("2026-01-02T03:04:05Z");
    }

    [Fact]
    public void Another_content_has_another_serial_number()
    {
        using var published = new Published();
        var before = Serial(published.Bill());
        published.Restore("<license type=\"expression\">Apache-2.0</license>");

        Serial(published.Describe()).Should().NotBe(before).And.MatchRegex("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8");
    }

    [Fact]
    public void A_package_has_its_address_license_hash_and_the_files_that_it_brought()
    {
        using var published = new Published();

        var package = Published.Component(published.Bill(), "Lib");

        package.GetProperty("purl").GetString().Should().Be("pkg:nuget/Lib@2.0.0");
        package.GetProperty("licenses")[0].GetProperty("expression").GetString().Should().Be("MIT");
        package
            .GetProperty("hashes")[0]
            .GetProperty("content")
            .GetString()
            .Should()
            .Be(string.Concat(Enumerable.Repeat("68", 64)));
        package.GetProperty("publisher").GetString().Should().Be("A, B");
        Names(package)
            .Should()
            .Equal("/app/Lib.dll", "/app/de/Lib.resources.dll", "/app/runtimes/linux-x64/native/liblib.so");
        package
            .GetProperty("components")[0]
            .GetProperty("hashes")[0]
            .GetProperty("content")
            .GetString()
            .Should()
            .Be(Digest.Of("content of Lib.dll"u8).Hex);
    }

    [Fact]
    public void What_no_package_brought_is_the_applications()
    {
        using var published = new Published();

        Names(Published.Component(published.Bill(), "Gallery"))
            .Should()
            .Equal("/app/Gallery.deps.json", "/app/Gallery.dll", "/app/Gallery.runtimeconfig.json", "/app/web.config");
    }

    [Fact]
    public void The_tree_leads_from_the_image_over_the_application_to_its_packages()
    {
        using var published = new Published();

        var tree = Published
            .Json(published.Bill())
            .GetProperty("dependencies")
            .EnumerateArray()
            .ToDictionary(
                edge => edge.GetProperty("ref").GetString()!.Split('@')[0],
                edge => edge.GetProperty("dependsOn").EnumerateArray().Select(to => to.GetString()).ToArray(),
                StringComparer.Ordinal
            );

        tree["pkg:oci/gallery"].Should().Equal("framework:Microsoft.NETCore.App", "library:Gallery/1.2.3");
        tree["library:Gallery/1.2.3"].Should().Equal("framework:Microsoft.NETCore.App", "pkg:nuget/Lib@2.0.0");
        tree["pkg:nuget/Lib"].Should().BeEmpty();
    }

    [SkippableFact]
    public async Task It_is_valid_by_CycloneDXs_own_schema()
    {
        using var published = new Published();
        TestImage.FromLayers(
            published.Directory["base"],
            Layers.Tar("usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.7/x.dll")
        );
        var plain = published.Bill();
        published.Base = new BaseImage(published.Directory["base"]);
        published.Restore("<licenseUrl>https://example.org/license</licenseUrl><copyright>© B</copyright>");
        published.Write("unknown.dll", "?");

        (await CycloneDxSchema.ErrorsAsync(plain.Json)).Should().BeEmpty();
        (await CycloneDxSchema.ErrorsAsync(published.Bill().Json)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_real_application_with_real_packages_is_told_whole()
    {
        using var directory = new TempDirectory();
        var name = typeof(SbomTests).Assembly.GetName().Name!;
        CopyOutput(directory["publish"]);
        ImageBuilder.Build(
            TestImage.Spec(directory["publish"]) with
            {
                Entrypoint = ["dotnet", $"{name}.dll"],
            },
            directory["layout"]
        );
        var layout = OciLayout.Open(directory["layout"]);

        var bill = Sbom.Of(layout, layout.FindManifest(), "tests", [RestoredTo()]);

        var package = Published.Component(bill, "FluentAssertions");
        package.GetProperty("licenses")[0].GetProperty("expression").GetString().Should().Be("Apache-2.0");
        package.GetProperty("hashes")[0].GetProperty("content").GetString().Should().HaveLength(128);
        bill.Packages.Should().BeGreaterThan(5);
        bill.Gaps.Should().NotContain(gap => gap.Contains("not known", StringComparison.Ordinal));
        (await CycloneDxSchema.ErrorsAsync(bill.Json)).Should().BeEmpty();
    }

    static string RestoredTo() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    static void CopyOutput(string target)
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    static string Serial(BillOfMaterials bill) => Published.Json(bill).GetProperty("serialNumber").GetString()!;

    static IEnumerable<string?> Names(JsonElement component) =>
        component.GetProperty("components").EnumerateArray().Select(file => file.GetProperty("name").GetString());
}
