using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Tests.Pins;

public sealed class ActionLockTests
{
    const string Sha = "3d3c42e5aac5ba805825da76410c181273ba90b1";

    [Fact]
    public void What_is_written_is_read_back_an_action_a_line()
    {
        var pins = new ActionPins([
            new("b/b", new ActionPin("v1.0.0", Sha)),
            new("a/a/dir", new ActionPin("v2", null)),
        ]);

        var text = ActionLock.Write(pins);

        text.Should()
            .Be(
                "{\n"
                    + "  \"a/a/dir\": { \"version\": \"v2\" },\n"
                    + $"  \"b/b\": {{ \"version\": \"v1.0.0\", \"commit\": \"{Sha}\" }}\n"
                    + "}\n"
            );
        ActionLock.Parse(text, "lock").Actions.Should().BeEquivalentTo(pins.Actions);
    }

    [Fact]
    public void An_action_is_used_by_its_commit()
    {
        var pins = new ActionPins([new("a/a", new ActionPin("v1.0.0", Sha)), new("b/b", new ActionPin("v2", null))]);

        pins.Find("a/a")!.Reference.Should().Be($"a/a@{Sha}");
        pins.Find("a/a")!.Version.Should().Be("v1.0.0");
        pins.Find("b/b").Should().BeNull();
        pins.Find("c/c").Should().BeNull();
    }

    [Theory]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "lock is no lock file of actions")]
    [InlineData("""{ "a/a": {} }""", "'a/a' has no version")]
    [InlineData("""{ "a/a": "v1" }""", "'a/a' has no version")]
    [InlineData("""{ "checkout": { "version": "v1" } }""", "'checkout' is no action")]
    [InlineData("""{ "a/a": { "version": "v1", "commit": "3d3c42e" } }""", "no full SHA: '3d3c42e'")]
    [InlineData("""{ "a/a": { "version": "v1" }, "A/a": { "version": "v1" } }""", "twice")]
    [InlineData("""{ "a/a": { "version": "v1" }, "a/a": { "version": "v1" } }""", "lock is no lock file")]
    public void What_is_no_lock_file_is_one_clear_error(string json, string expected)
    {
        new Action(() => ActionLock.Parse(json, "lock"))
            .Should()
            .Throw<WorkflowException>()
            .WithMessage($"*{expected}*")
            .WithMessage("lock is no lock file of actions: *");
    }

    [Fact]
    public void Slipways_own_pins_are_there_for_repositories_that_have_none()
    {
        using var repository = new Testing.TempDirectory();

        ActionPins.Read(repository.Path).Should().BeSameAs(ActionPins.Shipped);

        ActionPins.Shipped.Actions.Should().OnlyContain(pin => pin.Value.Commit != null);
        repository.Write(ActionPins.File, $$"""{ "a/a": { "version": "v1.0.0", "commit": "{{Sha}}" } }""");
        ActionPins.Read(repository.Path).Actions.Keys.Should().Equal("a/a");
    }
}
