using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Tests.Pins;

public sealed class ActionUpdateTests
{
    static readonly string Old = new('1', 40);
    static readonly string New = new('2', 40);
    static readonly string Major = new('3', 40);
    static readonly string TagObject = new('a', 40);

    [Fact]
    public void An_action_goes_to_the_newest_release_of_its_major()
    {
        var update = Update(
            new ActionPin("v7.0.1", Old),
            (Old, "v7.0.1"),
            (New, "v7.10.0"),
            (New, "v7"),
            (Old, "v7.9.0"),
            (Major, "v7.11.0-beta.1")
        );

        update.Pins.Find("acme/thing")!.ToString().Should().Be($"acme/thing@{New}");
        update.Changes.Should().ContainSingle().Which.ToString().Should().Be($"acme/thing: v7.0.1 → v7.10.0 ({New})");
        update.NewMajors.Should().BeEmpty();
    }

    [Fact]
    public void A_newer_major_is_named_and_left_to_a_person()
    {
        var update = Update(new ActionPin("v7.0.1", Old), (Old, "v7.0.1"), (Major, "v8.0.0"));

        update.Changes.Should().BeEmpty();
        update.NewMajors.Should().ContainSingle().Which.ToString().Should().StartWith("acme/thing: v8.0.0 is there");
    }

    [Fact]
    public void A_version_without_a_commit_is_resolved()
    {
        Update(new ActionPin("v8", null), (Old, "v7.0.1"), (Major, "v8.0.0"))
            .Pins.Actions.Find("acme/thing")
            .Should()
            .Be(new ActionPin("v8.0.0", Major));
    }

    [Fact]
    public void An_annotated_tag_stands_for_its_commit()
    {
        Update(new ActionPin("v1.0.0", null), (TagObject, "v1.0.0"), (New, "v1.0.0^{}"))
            .Pins.Actions.Find("acme/thing")
            .Should()
            .Be(new ActionPin("v1.0.0", New));
    }

    [Fact]
    public void A_tag_that_somebody_has_moved_is_an_error()
    {
        Failing(new ActionPin("v1.0.0", Old), (New, "v1.0.0"))
            .Should()
            .Contain(Old)
            .And.Contain(New)
            .And.Contain("moved");
    }

    [Fact]
    public void A_version_without_a_release_is_an_error_that_names_the_last_one()
    {
        Failing(new ActionPin("v9", null), (Old, "v7.0.1"), (New, "v10-preview"))
            .Should()
            .Contain("no release for the version 'v9'")
            .And.Contain("v7.0.1");
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("3d3c42e\trefs/tags/v1.0.0")]
    public void What_is_no_list_of_tags_is_an_error(string answer)
    {
        new Action(() => RemoteTags.Parse(answer, "acme/thing"))
            .Should()
            .Throw<WorkflowException>()
            .WithMessage("What acme/thing answers is no list of tags: *");
    }

    static string Failing(ActionPin pin, params (string Commit, string Tag)[] tags) =>
        new Action(() => Update(pin, tags)).Should().Throw<WorkflowException>().Which.Message;

    static ActionUpdate Update(ActionPin pin, params (string Commit, string Tag)[] tags)
    {
        var answer = string.Concat(tags.Select(tag => $"{tag.Commit}\trefs/tags/{tag.Tag}\n"));
        return ActionUpdate.Of(
            new ActionPins([new("acme/thing", pin)]),
            new Dictionary<string, RemoteTags>(StringComparer.Ordinal)
            {
                ["acme/thing"] = RemoteTags.Parse(answer, "acme/thing"),
            }
        );
    }
}
