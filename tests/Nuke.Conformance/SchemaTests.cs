using System.Text.Json;

namespace Nuke.Conformance;

/// <summary>
/// NUKE writes a schema for a build that has its project file above it, as <c>build/bin</c> has <c>build/_build.csproj</c>;
/// for others it answers completion requests.
/// </summary>
public class SchemaTests
{
    [Fact]
    public async Task A_build_below_its_project_writes_schema_and_parameters_file()
    {
        using var sample = await BuiltInPlaceAsync();

        sample
            .Read(".nuke/parameters.json")
            .ReplaceLineEndings("")
            .Should()
            .Contain("\"$schema\": \"./build.schema.json\"");
        using var schema = JsonDocument.Parse(sample.Read(".nuke/build.schema.json"));
        var root = schema.RootElement;
        root.GetProperty("$schema").GetString().Should().Be("http://json-schema.org/draft-04/schema#");
        root.GetProperty("allOf")[1].GetProperty("$ref").GetString().Should().Be("#/definitions/NukeBuild");
    }

    [Theory]
    [InlineData("Text", """{"type":"string"}""")]
    [InlineData("Number", """{"type":"integer","format":"int32"}""")]
    [InlineData("MaybeNumber", """{"type":["integer","null"],"format":"int32"}""")]
    [InlineData("Flag", """{"type":"boolean"}""")]
    [InlineData("MaybeFlag", """{"type":["boolean","null"]}""")]
    [InlineData("Hue", """{"$ref":"#/definitions/Hue"}""")]
    [InlineData("Flavour", """{"type":"string","enum":["Plain","Sweet"]}""")]
    [InlineData("Choice", """{"type":"string","enum":["one","two"]}""")]
    [InlineData("Items", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("Numbers", """{"type":"array","items":{"type":"integer","format":"int32"}}""")]
    [InlineData("Where", """{"type":"string"}""")]
    [InlineData("Ratio", """{"type":"number","format":"double"}""")]
    [InlineData("called", """{"type":"string"}""")]
    public async Task A_parameter_is_described_by_its_type(string name, string expected)
    {
        using var schema = JsonDocument.Parse(await Written.Value);

        var property = schema.RootElement.GetProperty("allOf")[0].GetProperty("properties").GetProperty(name);

        JsonElement.DeepEquals(property, JsonDocument.Parse(expected).RootElement).Should().BeTrue(property.ToString());
    }

    [Theory]
    [InlineData("Hue", "Red,Green,Blue")]
    [InlineData("ExecutableTarget", "Other,Print")]
    [InlineData("Verbosity", "Verbose,Normal,Minimal,Quiet")]
    public async Task A_set_of_values_is_a_definition(string name, string expected)
    {
        using var schema = JsonDocument.Parse(await Written.Value);

        var values = schema.RootElement.GetProperty("definitions").GetProperty(name).GetProperty("enum");

        string.Join(',', values.EnumerateArray().Select(x => x.GetString())).Should().Be(expected);
    }

    [Fact]
    public async Task NUKE_s_own_parameters_are_a_definition()
    {
        using var schema = JsonDocument.Parse(await Written.Value);

        var own = schema.RootElement.GetProperty("definitions").GetProperty("NukeBuild").GetProperty("properties");

        own.EnumerateObject()
            .Select(x => x.Name)
            .Should()
            .Equal(
                "Continue",
                "Help",
                "Host",
                "NoLogo",
                "Partition",
                "Plan",
                "Profile",
                "Root",
                "Skip",
                "Target",
                "Verbosity"
            );
        own.GetProperty("Skip")
            .GetProperty("items")
            .GetProperty("$ref")
            .GetString()
            .Should()
            .Be("#/definitions/ExecutableTarget");
    }

    [Fact]
    public async Task A_private_parameter_of_a_base_class_is_not_listed()
    {
        (await Written.Value).Should().Contain("\"Inherited\"").And.NotContain("HiddenInBase");
    }

    [Theory]
    [InlineData(new[] { "Comp" }, "Compile")]
    [InlineData(new[] { "--ski" }, "--skip")]
    public async Task Completion_offers_what_the_last_word_begins(string[] words, string expected)
    {
        using var sample = new SampleBuild("Skipping");

        var run = await sample.RunAsync([":complete", "nuke", .. words]);

        run.ExitCode.Should().Be(0);
        run.Lines.Where(x => x.Length > 0).Should().Equal(expected);
    }

    static readonly Lazy<Task<string>> Written = new(async () =>
    {
        using var sample = await BuiltInPlaceAsync();
        return sample.Read(".nuke/build.schema.json");
    });

    /// <summary>Runs the sample from <c>build/bin</c> of its root, with a project file in <c>build</c>.</summary>
    static async Task<SampleBuild> BuiltInPlaceAsync()
    {
        var sample = new SampleBuild("Parameters");
        sample.Write("build/_build.csproj", "<Project />");
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(SampleBuild.Assembly)!))
        {
            var copy = Path.Combine(sample.Root, "build", "bin", Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var run = await sample.RunAssemblyAsync(
            Path.Combine(sample.Root, "build", "bin", Path.GetFileName(SampleBuild.Assembly)),
            "Other"
        );
        run.ExitCode.Should().Be(0, run.All);
        return sample;
    }
}
