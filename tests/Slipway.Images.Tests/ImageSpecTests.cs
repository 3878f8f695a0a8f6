using Slipway.Testing;

namespace Slipway.Images.Tests;

public class ImageSpecTests
{
    public static TheoryData<string, string, Func<ImageSpec, ImageSpec>> Unusable =>
        new()
        {
            { "no tag", "*name and a tag*", spec => spec with { Reference = ImageReference.Parse("gallery") } },
            { "no entry point", "*needs an entry point*", spec => spec with { Entrypoint = [] } },
            { "an empty command", "*needs an entry point*", spec => spec with { Entrypoint = [""] } },
            { "a relative place", "*must be absolute*", spec => spec with { WorkingDirectory = "app" } },
            { "a place upward", "*must be absolute*", spec => spec with { WorkingDirectory = "/app/../.." } },
            { "root", "*must not run as root*", spec => spec with { User = "root" } },
            { "root's number", "*must not run as root*", spec => spec with { User = "0:64198" } },
            { "no user", "*must not run as root*", spec => spec with { User = "" } },
            { "port 0", "0 is not a port*", spec => spec with { Ports = [8080, 0] } },
            { "port 65536", "65536 is not a port*", spec => spec with { Ports = [65536] } },
            {
                "an old time",
                "*lies before 1970*",
                spec => spec with { Created = DateTimeOffset.UnixEpoch.AddSeconds(-1) }
            },
            {
                "a variable without a name",
                "'A=B' is not a name*",
                spec =>
                    spec with
                    {
                        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["A=B"] = "" },
                    }
            },
        };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_cannot_be_built_is_refused(string what, string message, Func<ImageSpec, ImageSpec> change)
    {
        using var directory = new TempDirectory();
        var spec = change(TestImage.Spec(TestImage.Publish(directory)));

        FluentActions
            .Invoking(() => ImageBuilder.Build(spec, directory["layout"]))
            .Should()
            .Throw<ImageException>(what)
            .WithMessage(message);
        Directory.Exists(directory["layout"]).Should().BeFalse();
    }

    [Fact]
    public void Credentials_in_the_source_are_refused_and_not_repeated()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory)) with
        {
            Source = "https://user:s3cret@example.org/gallery",
        };

        FluentActions
            .Invoking(() => ImageBuilder.Build(spec, directory["layout"]))
            .Should()
            .Throw<ImageException>()
            .Where(exception => !exception.Message.Contains("s3cret", StringComparison.Ordinal))
            .WithMessage("*must not carry credentials: example.org/gallery*");
    }

    [Fact]
    public void What_is_not_given_is_not_written()
    {
        using var directory = new TempDirectory();
        var spec = TestImage.Spec(TestImage.Publish(directory)) with
        {
            Source = null,
            Ports = [],
            HealthCheck = null,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        };
        var image = ImageBuilder.Build(spec, directory["layout"]);

        var json = TestImage.Text(OciLayout.Open(directory["layout"]).BlobPath(image.ConfigDigest));

        json.Should().NotContainAny("null", "ExposedPorts", "Healthcheck", "Env", Annotations.Source);
    }
}
