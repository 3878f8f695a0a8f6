using System.Text;
using System.Text.Json;

namespace Slipway.Images.Tests.Provenances;

public class ProvenanceStatementTests
{
    static readonly DateTimeOffset s_time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    static ImageBuild Build =>
        new()
        {
            Name = "gallery",
            Image = Digest.Of("image"u8),
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["target"] = "Image",
                ["project"] = "a.csproj",
            },
            Repository = new Uri("https://example.org/owner/gallery"),
            Commit = new string('c', 40),
            BaseImage = Digest.Of("base"u8),
            Sdk = "10.0.401",
            Locks = new Dictionary<string, Digest>(StringComparer.Ordinal) { ["global.json"] = Digest.Of("lock"u8) },
            Builder = new BuilderIdentity("https://example.org/builder", "https://example.org/runs/1"),
            Started = s_time,
            Finished = s_time.AddSeconds(9),
        };

    [Fact]
    public void It_is_an_in_toto_statement_with_the_image_as_its_subject()
    {
        var root = Json(ProvenanceStatement.Of(Build));

        root.GetProperty("_type").GetString().Should().Be("https://in-toto.io/Statement/v1");
        root.GetProperty("predicateType").GetString().Should().Be("https://slsa.dev/provenance/v1");
        var subject = root.GetProperty("subject").EnumerateArray().Should().ContainSingle().Which;
        subject.GetProperty("digest").GetProperty("sha256").GetString().Should().Be(Build.Image.Hex);
    }

    [Fact]
    public void It_says_what_was_built_from_what()
    {
        var definition = Json(ProvenanceStatement.Of(Build)).GetProperty("predicate").GetProperty("buildDefinition");

        definition.GetProperty("buildType").GetString().Should().Be("https://slipway.dev/builds/image/v1");
        definition.GetProperty("externalParameters").GetProperty("target").GetString().Should().Be("Image");
        definition.TryGetProperty("internalParameters", out _).Should().BeFalse();
        var from = definition.GetProperty("resolvedDependencies").EnumerateArray().ToList();
        from.Select(one => one.GetProperty("name").GetString())
            .Should()
            .Equal("sources", "base image", ".NET SDK", "global.json");
        from[0].GetProperty("uri").GetString().Should().Be("git+https://example.org/owner/gallery");
        from[0].GetProperty("digest").GetProperty("gitCommit").GetString().Should().Be(Build.Commit);
        from[1].GetProperty("digest").GetProperty("sha256").GetString().Should().Be(Build.BaseImage!.Hex);
        from[2].GetProperty("uri").GetString().Should().Be("pkg:generic/dotnet-sdk@10.0.401");
    }

    [Fact]
    public void It_says_who_built_it_and_when()
    {
        var details = Json(ProvenanceStatement.Of(Build)).GetProperty("predicate").GetProperty("runDetails");

        details.GetProperty("builder").GetProperty("id").GetString().Should().Be("https://example.org/builder");
        var metadata = details.GetProperty("metadata");
        metadata.GetProperty("invocationId").GetString().Should().Be("https://example.org/runs/1");
        metadata.GetProperty("startedOn").GetString().Should().Be("2026-01-02T03:04:05Z");
        metadata.GetProperty("finishedOn").GetString().Should().Be("2026-01-02T03:04:14Z");
    }

    [Fact]
    public void A_tree_with_changes_is_said_to_have_them() =>
        Json(ProvenanceStatement.Of(Build with { IsDirty = true }))
            .GetProperty("predicate")
            .GetProperty("buildDefinition")
            .GetProperty("internalParameters")
            .GetProperty("uncommittedChanges")
            .GetBoolean()
            .Should()
            .BeTrue();

    [Fact]
    public void Credentials_in_an_address_are_left_out() =>
        Encoding
            .UTF8.GetString(
                ProvenanceStatement
                    .Of(Build with { Repository = new Uri("https://me:secret@example.org/owner/gallery?token=secret") })
                    .ToJson()
            )
            .Should()
            .NotContain("secret")
            .And.Contain("git+https://example.org/owner/gallery\"");

    [Fact]
    public void Read_and_written_again_it_is_the_same_bytes_and_about_files_too()
    {
        var others = new Dictionary<string, Digest>(StringComparer.Ordinal)
        {
            ["z.json"] = Digest.Of("z"u8),
            ["a.json"] = Digest.Of("a"u8),
        };
        var statement = ProvenanceStatement.Of(Build).About(others);

        var read = ProvenanceStatement.Read(statement.ToJson())!;

        read.ToJson().Should().Equal(statement.ToJson());
        read.Image.Should().Be(Build.Image);
        read.Others.Should().Equal(others);
        read.About(others).ToJson().Should().Equal(statement.ToJson());
        Json(read).GetProperty("subject")[1].GetProperty("name").GetString().Should().Be("a.json");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"_type\":1}")]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v1","subject":[]}"""
    )]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"a","digest":{"sha256":"short"}}]}"""
    )]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"a"}]}"""
    )]
    public void Anything_else_is_no_statement(string text) =>
        ProvenanceStatement.Read(Encoding.UTF8.GetBytes(text)).Should().BeNull();

    static JsonElement Json(ProvenanceStatement statement) =>
        JsonDocument.Parse(statement.ToJson()).RootElement.Clone();
}
