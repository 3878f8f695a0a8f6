using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public class OptionsTests
{
    static readonly SampleSettings Empty = new();

    [Fact]
    public void Setting_an_option_leaves_the_original_as_it_was()
    {
        var changed = Empty.SetName("x");

        changed.Name.Should().Be("x");
        Empty.Name.Should().BeNull();
    }

    [Fact]
    public void Arguments_follow_the_order_in_which_options_were_set()
    {
        Arguments(Empty.SetName("n").EnableFlag()).Should().Be("sample --name n --flag");
        Arguments(Empty.EnableFlag().SetName("n")).Should().Be("sample --flag --name n");
        Arguments(Empty.EnableFlag().SetName("n").SetFlag(true)).Should().Be("sample --flag --name n");
    }

    [Fact]
    public void Positions_put_arguments_first_and_last() =>
        Arguments(Empty.SetLast("l").SetName("n").SetFirst("f").AddProcessAdditionalArguments("-- more"))
            .Should()
            .Be("sample f --name n l -- more");

    [Theory]
    [InlineData(true, "sample --flag")]
    [InlineData(false, "sample")]
    [InlineData(null, "sample")]
    public void A_flag_is_written_when_it_is_set(bool? value, string expected) =>
        Arguments(Empty.SetFlag(value)).Should().Be(expected);

    [Fact]
    public void A_switch_is_written_with_its_value() =>
        Arguments(Empty.SetSwitch(false)).Should().Be("sample --switch false");

    [Fact]
    public void A_value_with_a_space_is_put_in_quotes() =>
        Arguments(Empty.SetName("a b")).Should().Be("sample --name \"a b\"");

    [Fact]
    public void An_empty_value_writes_nothing() => Arguments(Empty.SetName("")).Should().Be("sample");

    [Fact]
    public void A_list_repeats_its_argument_or_joins_its_values()
    {
        Arguments(Empty.AddItems("a").AddItems("b c", "d")).Should().Be("sample --item a --item \"b c\" --item d");
        Arguments(Empty.SetJoined("a", "b")).Should().Be("sample /joined:a;b");
        Arguments(Empty.SetSpaced("a", "b")).Should().Be("sample -- a b");
    }

    [Fact]
    public void List_items_can_be_removed_and_cleared()
    {
        Arguments(Empty.SetItems("a", "b").RemoveItems("a")).Should().Be("sample --item b");
        Arguments(Empty.SetItems("a").ClearItems()).Should().Be("sample");
    }

    [Fact]
    public void A_dictionary_writes_each_pair_and_flags_in_lower_case() =>
        Arguments(Empty.SetPair("a", true).SetPair("b", 1.5).SetPair("a", "x y"))
            .Should()
            .Be("sample -p:a=\"x y\" -p:b=1.5");

    [Fact]
    public void A_key_is_added_only_once()
    {
        var add = () => Empty.AddPair("a", 1).AddPair("a", 2);

        add.Should().Throw<ArgumentException>();
        Arguments(Empty.AddPair("a", 1).RemovePair("a")).Should().Be("sample");
    }

    [Fact]
    public void Secrets_are_those_of_secret_options_and_those_added() =>
        Empty
            .SetToken("t")
            .SetName("n")
            .AddProcessRedactedSecrets("other")
            .GetSecrets()
            .Should()
            .BeEquivalentTo("t", "other");

    [Fact]
    public void Conditions_and_combinations_make_options_of_options()
    {
        var all = Empty
            .When(x => x.Name is null, _ => _.SetName("n"))
            .CombineWith(["a", "b"], (_, v) => _.SetFirst(v))
            .When(x => x.First == "b", _ => _.EnableFlag());

        all.Select(Arguments).Should().Equal("sample a --name n", "sample b --name n --flag");
        Empty.CombineWith(_ => _.SetName("x"), _ => _.SetName("y")).Select(x => x.Name).Should().Equal("x", "y");
        Empty.Apply((_, v) => _.SetName(v), "z").Name.Should().Be("z");
    }

    [Fact]
    public void The_environment_starts_with_the_processs_own()
    {
        Empty.InheritsEnvironment.Should().BeTrue();

        var changed = Empty.SetProcessEnvironmentVariable("SLIPWAY_TEST", "x");

        changed.ProcessEnvironmentVariables.Should().ContainKey("PATH").And.ContainKey("SLIPWAY_TEST");
        changed.InheritsEnvironment.Should().BeFalse();
        changed.ResetProcessEnvironmentVariables().InheritsEnvironment.Should().BeTrue();
        changed
            .ClearProcessEnvironmentVariables()
            .AddProcessEnvironmentVariable("A", "1")
            .RemoveProcessEnvironmentVariable("A")
            .ProcessEnvironmentVariables.Should()
            .BeEmpty();
    }

    static string Arguments(ToolOptions options) => string.Join(' ', options.GetArguments());
}
