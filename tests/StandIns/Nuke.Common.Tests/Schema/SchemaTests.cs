using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using static Nuke.Common.Tests.RunningBuild;

namespace Nuke.Common.Tests.Schema;

[Collection(OneBuildAtATime.Name)]
public class SchemaTests
{
    private readonly JsonNode _schema = Write();

    [Theory]
    [InlineData("Text", """{"type":"string"}""")]
    [InlineData("Flag", """{"type":"boolean"}""")]
    [InlineData("MaybeFlag", """{"type":["boolean","null"]}""")]
    [InlineData("Number", """{"type":"integer","format":"int32"}""")]
    [InlineData("Numbers", """{"type":"array","items":{"type":"integer","format":"int32"}}""")]
    [InlineData("Place", """{"type":"string"}""")]
    [InlineData("Day", """{"$ref":"#/definitions/DayOfWeek"}""")]
    [InlineData("Days", """{"type":"array","items":{"$ref":"#/definitions/DayOfWeek"}}""")]
    [InlineData("MaybeDay", """{"oneOf":[{"type":"null"},{"$ref":"#/definitions/DayOfWeek"}]}""")]
    [InlineData("Address", """{"$ref":"#/definitions/Address"}""")]
    [InlineData("Color", """{"type":"string","enum":["blue","red"]}""")]
    [InlineData("Described", """{"description":"What it is","type":"string"}""")]
    public void A_parameter_is_described_by_its_type(string name, string expected) =>
        JsonNode
            .DeepEquals(Parameters()[name], JsonNode.Parse(expected))
            .Should()
            .BeTrue($"it is {Parameters()[name]}");

    [Fact]
    public void A_secret_says_how_to_enter_it() =>
        Parameters()["Token"]!["default"]!.GetValue<string>().Should().Contain(":secrets");

    [Fact]
    public void Targets_hosts_and_the_engines_own_parameters_are_defined()
    {
        var definitions = _schema["definitions"]!;

        Names(definitions["ExecutableTarget"]!["enum"]).Should().Equal("Compile", "Test");
        Names(definitions["Host"]!["enum"]).Should().Contain("Terminal").And.Contain("GitHubActions");
        definitions["NukeBuild"]!["properties"]!
            .AsObject()
            .Select(x => x.Key)
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
    }

    [Fact]
    public void An_enum_and_an_object_are_defined_once()
    {
        var definitions = _schema["definitions"]!.AsObject();

        definitions.Select(x => x.Key).Should().OnlyHaveUniqueItems();
        Names(definitions["DayOfWeek"]!["enum"]).Should().HaveCount(7);
        definitions["Address"]!["properties"]!["Host"]!.ToJsonString().Should().Be("""{"type":["null","string"]}""");
    }

    [Fact]
    public void A_build_writes_its_schema_and_a_first_parameters_file_and_leaves_them_when_nothing_has_changed()
    {
        Run<Build>(["Compile"]);
        var schema = Constants.GetBuildSchemaFile(Root);
        var written = File.GetLastWriteTimeUtc(schema);
        File.ReadAllText(schema).Should().Be(_schemaText);

        Run<Build>(["Compile"]);

        File.GetLastWriteTimeUtc(schema).Should().Be(written);
        JsonNode.Parse(File.ReadAllText(Constants.GetParametersFile(Root, Constants.DefaultProfileName)))!["$schema"]!
            .GetValue<string>()
            .Should()
            .Be("./build.schema.json");
    }

    [Fact]
    public void A_stamp_of_another_assembly_has_the_schema_looked_at_again()
    {
        Run<Build>(["Compile"]);
        File.WriteAllText(Constants.GetBuildSchemaFile(Root), "old");
        File.WriteAllText(Root / ".nuke" / "temp" / "build.schema.stamp", "another");

        Run<Build>(["Compile"]);

        File.ReadAllText(Constants.GetBuildSchemaFile(Root)).Should().Be(_schemaText);
    }

    private readonly string _schemaText = Text();

    private static JsonNode Write() => JsonNode.Parse(Text())!;

    private static string Text()
    {
        var build = new Build();
        return SchemaWriter.Write(build, ExecutableTargetFactory.CreateAll(build));
    }

    private JsonObject Parameters() => _schema["allOf"]![0]!["properties"]!.AsObject();

    private static IEnumerable<string> Names(JsonNode? array) => array!.AsArray().Select(x => x!.GetValue<string>());

    private sealed class Address
    {
        public string? Host { get; set; }
    }

#pragma warning disable CS0649, CS0169, CA1823 // Only their types matter.
    private sealed class Build : NukeBuild
    {
        [Parameter]
        readonly string? Text;

        [Parameter]
        readonly bool Flag;

        [Parameter]
        readonly bool? MaybeFlag;

        [Parameter]
        readonly int Number;

        [Parameter]
        readonly int[]? Numbers;

        [Parameter]
        readonly AbsolutePath? Place;

        [Parameter]
        readonly DayOfWeek Day;

        [Parameter]
        readonly DayOfWeek[]? Days;

        [Parameter]
        readonly DayOfWeek? MaybeDay;

        [Parameter]
        readonly Address? Address;

        [Parameter, Secret]
        readonly string? Token;

        [Parameter("What it is.")]
        readonly string? Described;

        [Parameter(ValueProviderMember = nameof(Colors))]
        readonly string? Color;
        private IEnumerable<string> Colors => ["red", "blue"];

        Target Compile => _ => _.Executes(() => { });
        Target Test => _ => _.DependsOn(Compile);
    }
#pragma warning restore CS0649, CS0169, CA1823
}
