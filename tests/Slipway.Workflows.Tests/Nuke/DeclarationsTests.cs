using System.Reflection;
using global::Nuke.Common;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using Slipway.Workflows.Nuke;

namespace Slipway.Workflows.Tests.Nuke;

public sealed class DeclarationsTests
{
    [Theory]
    [InlineData(nameof(IShip.Ship))]
    [InlineData(nameof(IShip.Send))]
    [InlineData(nameof(IShip.Load))]
    public void What_a_component_declares_holds_for_its_default_and_for_whoever_implements_it(string target)
    {
        var properties = Declarations.Of(typeof(Yard), Member(target));

        properties
            .SelectMany(property => property.GetCustomAttributes<NeedsPermissionAttribute>())
            .Select(need => need.Scope)
            .Should()
            .Contain("contents");
    }

    [Fact]
    public void The_build_adds_to_what_its_component_declares()
    {
        Declarations
            .Of(typeof(Yard), Member(nameof(IShip.Load)))
            .SelectMany(property => property.GetCustomAttributes<NeedsPermissionAttribute>())
            .Select(need => need.Scope)
            .Should()
            .BeEquivalentTo("contents", "packages");
    }

    [Theory]
    [InlineData(nameof(IShip.Ship), true)]
    [InlineData(nameof(IShip.Load), true)]
    [InlineData(nameof(Yard.Sweep), false)]
    [InlineData(nameof(Yard.Count), true)]
    public void A_component_needs_the_history_when_one_that_it_is_built_on_does(string target, bool expected)
    {
        Declarations.Of(typeof(Yard), Member(target)).Any(Declarations.NeedHistory).Should().Be(expected);
    }

    [Fact]
    public void The_secrets_of_a_component_are_the_target_s_where_the_build_has_it()
    {
        var target = Declarations.Of(typeof(Yard), Member(nameof(IShip.Send)));

        Declarations
            .SecretsOf(typeof(Yard), target)
            .Should()
            .Equal(new SecretUse("Key"), new SecretUse(nameof(IHazChat.ChatUrl)));
        Declarations.SecretsOf(typeof(IShip), target).Should().Equal(new SecretUse("Key"));
    }

    static PropertyInfo Member(string target) =>
        typeof(Yard)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Concat(typeof(IShip).GetProperties())
            .First(property => property.Name.Split('.')[^1] == target);

    [NeedsHistory]
    interface IHazVersion;

    interface IShip : IHazVersion
    {
        [NeedsPermission("contents", Access.Write, "to push the tag")]
        Target Ship => _ => _;

        [NeedsPermission("contents", Access.Write, "to push the tag")]
        [UsesSecret("Key")]
        [UsesSecretsOf(typeof(IHazChat))]
        Target Send { get; }

        [NeedsPermission("contents", Access.Write, "to push the tag")]
        Target Load { get; }
    }

    interface IHazChat
    {
        [Secret]
        string? ChatUrl => null;

        string? ChatName => null;
    }

    sealed class Yard : IShip, IHazChat
    {
        Target IShip.Send => _ => _;

        [NeedsPermission("packages", Access.Write, "to publish")]
        public Target Load => _ => _;

        public Target Sweep => _ => _;

        [NeedsHistory]
        public Target Count => _ => _;
    }
}
