using Nuke.Common.Execution;
using Nuke.Common.IO;
using static Nuke.Common.Tests.RunningBuild;

namespace Nuke.Common.Tests.Parameters;

[Collection(OneBuildAtATime.Name)]
public class ParameterTests
{
    [Fact]
    public void The_command_line_counts_before_the_environment_and_that_before_the_file()
    {
        var environment = new Dictionary<string, string> { ["NUKE_TEXT"] = "environment" };
        const string File = """{ "Text": "file", "Number": 2 }""";

        Shown(["Show", "--text", "line"], environment, File).Should().Contain("Text=line");
        Shown(["Show"], environment, File).Should().Contain("Text=environment");
        Shown(["Show"], null, File).Should().Contain("Text=file").And.Contain("Number=2");
        Shown(["Show"], null, null).Should().Contain("Text=initial").And.Contain("Number=");
    }

    [Fact]
    public void A_component_reads_its_parameter_under_its_prefix() =>
        Shown(["Show", "--api-name", "me"]).Should().Contain("ApiName=me");

    [Fact]
    public void A_separator_splits_one_text_and_keeps_empty_parts() =>
        Shown(["Show", "--list", "a++b+"]).Should().Contain("List=[a][][b][]");

    [Fact]
    public void Without_a_separator_each_text_is_a_value() =>
        Shown(["Show", "--numbers", "1", "2"]).Should().Contain("Numbers=[1][2]");

    [Fact]
    public void A_path_in_the_file_is_under_the_root() =>
        Shown(["Show"], null, """{ "Place": "out" }""").Should().Contain($"Place={Root / "out"}");

    [Fact]
    public void An_object_in_the_file_is_read_as_one() =>
        Shown(["Show"], null, """{ "Address": { "Host": "here", "Port": 80 } }""").Should().Contain("Address=here:80");

    [Fact]
    public void A_private_parameter_of_a_base_class_is_unknown() =>
        Refused(["Show", "--hidden", "x"]).Should().Contain("There is no parameter '--hidden'");

    [Theory]
    [InlineData("--txet", "There is no parameter '--txet'. Did you mean '--text'?")]
    [InlineData("--number", "abc", "Parameter --number (--number): 'abc' is no whole number.")]
    [InlineData(
        "--place-of-work",
        "office",
        "Parameter --place-of-work (--place-of-work): 'office' is none of desk, garden."
    )]
    [InlineData("--flag", "Show", "A switch takes true, false or nothing; name targets before it, or behind --target.")]
    public void What_is_given_wrong_is_one_line_and_nothing_runs(params string[] argumentsAndMessage) =>
        Refused(["Show", .. argumentsAndMessage[..^1]]).Should().Contain(argumentsAndMessage[^1]);

    [Fact]
    public void A_wrong_value_in_the_environment_is_named_with_its_variable() =>
        Refused(["Show"], new() { ["NUKE_NUMBER"] = "x" }).Should().Contain("environment variable NUKE_NUMBER");

    [Fact]
    public void A_wrong_value_in_the_file_is_named_with_the_file() =>
        Refused(["Show"], null, """{ "Number": "x" }""").Should().Contain("'Number' in ").And.Contain("given.json");

    [Fact]
    public void A_name_in_the_file_that_means_nothing_is_a_warning() =>
        Shown(["Show"], null, """{ "text": "x" }""")
            .Should()
            .Contain("'text', which is no parameter of this build. Did you mean 'Text'?")
            .And.Contain("Text=initial");

    [Fact]
    public void Two_variables_for_one_parameter_give_it_no_value()
    {
        var shown = Shown(["Show"], new() { ["TEXT"] = "a", ["NUKE_TEXT"] = "b" });

        shown.Should().Contain("Text=initial").And.Contain("several variables give one");
    }

    [Fact]
    public void An_unknown_verbosity_or_host_ends_the_run_with_one_line()
    {
        Refused(["Show", "--verbosity", "loud"]).Should().Contain("'loud' is none of Verbose, Normal, Minimal, Quiet");
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_named_with_the_line()
    {
        using var directory = new Slipway.Testing.TempDirectory();
        var file = directory.Write("parameters.json", "{\n  \"Text\": \"a\"\n  \"Number\": 1\n}");

        var read = () => ParameterFile.Read(file, Constants.DefaultProfileName);

        read.Should().Throw<BuildInputException>().WithMessage($"{file}(3,*not valid JSON*Correct it*");
    }

    private static string Shown(
        string[] arguments,
        Dictionary<string, string>? environment = null,
        string? parametersFile = null
    )
    {
        var (exitCode, output) = Run<Build>(arguments, null, environment, parametersFile);
        exitCode.Should().Be(0, output);
        return output;
    }

    private static string Refused(
        string[] arguments,
        Dictionary<string, string>? environment = null,
        string? parametersFile = null
    )
    {
        var (exitCode, output) = Run<Build>(arguments, null, environment, parametersFile);
        exitCode.Should().Be(-1);
        output.Should().NotContain("   at ").And.NotContain("Text=");
        return output;
    }

    [ParameterPrefix("ApiPrefix")]
    private interface IApi : INukeBuild
    {
        [Parameter]
        string? Name => TryGetValue(() => Name);
    }

    private class BaseBuild : NukeBuild
    {
#pragma warning disable CS0169, CA1823 // Private in a base class: not to be found.
        [Parameter]
        private readonly string? _hidden;
#pragma warning restore CS0169, CA1823
    }

    private sealed class Address
    {
        public string? Host { get; set; }
        public int Port { get; set; }
    }

#pragma warning disable CS0649 // The engine sets them.
    private sealed class Build : BaseBuild, IApi
    {
        [Parameter]
        readonly string Text = "initial";

        [Parameter]
        readonly int? Number;

        [Parameter]
        readonly bool Flag;

        [Parameter(Separator = "+")]
        readonly string[] List = [];

        [Parameter]
        readonly int[] Numbers = [];

        [Parameter]
        readonly AbsolutePath? Place;

        [Parameter]
        readonly Address? Address;

        [Parameter(ValueProviderMember = nameof(Places))]
        readonly string? PlaceOfWork;

        private IEnumerable<string> Places => ["garden", "desk"];

        Target Show =>
            _ =>
                _.Executes(() =>
                {
                    Console.WriteLine($"Text={Text} Number={Number} Flag={Flag} PlaceOfWork={PlaceOfWork}");
                    Console.WriteLine($"List={Each(List)} Numbers={Each(Numbers)} Place={Place}");
                    Console.WriteLine($"Address={Address?.Host}:{Address?.Port} ApiName={((IApi)this).Name}");
                });

        private static string Each<T>(IEnumerable<T> values) => string.Concat(values.Select(x => $"[{x}]"));
    }
#pragma warning restore CS0649
}
