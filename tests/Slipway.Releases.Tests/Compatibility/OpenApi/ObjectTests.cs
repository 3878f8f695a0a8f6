using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility.OpenApi;

public sealed class ObjectTests
{
    const string Sent = "POST /albums #/paths/~1albums/post/requestBody/content/application~1json/schema";
    const string AnsweredPointer = "#/paths/~1albums/get/responses/200/content/application~1json/schema";
    const string Answered = $"GET /albums {AnsweredPointer}";
    const string None = "{ 'type': 'object' }";
    const string Title = "{ 'type': 'object', 'properties': { 'title': { 'type': 'string' } } }";
    const string RequiredTitle =
        "{ 'type': 'object', 'properties': { 'title': { 'type': 'string' } }, 'required': ['title'] }";

    [Fact]
    public void A_property_that_can_no_longer_be_sent_breaks() =>
        Api.Only(Api.Request(Title), Api.Request(None))
            .Should()
            .Be(
                (
                    "request-property-removed",
                    Impact.Breaking,
                    $"{Sent}/properties/title",
                    "the property 'title' is gone"
                )
            );

    [Fact]
    public void A_new_property_that_can_be_left_out_only_adds() =>
        Api.Only(Api.Request(None), Api.Request(Title))
            .Should()
            .Be(("request-property-added", Impact.Additive, $"{Sent}/properties/title", "the property 'title' is new"));

    [Fact]
    public void A_new_property_that_must_be_sent_breaks() =>
        Api.Only(Api.Request(None), Api.Request(RequiredTitle))
            .Should()
            .Be(
                (
                    "request-property-added-required",
                    Impact.Breaking,
                    $"{Sent}/properties/title",
                    "the property 'title' is new and required"
                )
            );

    [Fact]
    public void A_property_that_must_be_sent_from_now_on_breaks()
    {
        Api.Only(Api.Request(Title), Api.Request(RequiredTitle)).Rule.Should().Be("request-property-became-required");
        Api.Only(Api.Request(RequiredTitle), Api.Request(Title))
            .Should()
            .Be(
                (
                    "request-property-became-optional",
                    Impact.Additive,
                    $"{Sent}/properties/title",
                    "the property 'title' may be missing now"
                )
            );
    }

    [Fact]
    public void A_property_that_no_longer_comes_breaks() =>
        Api.Only(Api.Response(Title), Api.Response(None))
            .Should()
            .Be(
                (
                    "response-property-removed",
                    Impact.Breaking,
                    $"{Answered}/properties/title",
                    "the property 'title' is gone"
                )
            );

    [Fact]
    public void A_new_property_that_comes_only_adds()
    {
        Api.Only(Api.Response(None), Api.Response(Title)).Rule.Should().Be("response-property-added");
        Api.Only(Api.Response(None), Api.Response(RequiredTitle)).Rule.Should().Be("response-property-added");
    }

    [Fact]
    public void A_property_that_may_be_missing_from_now_on_breaks()
    {
        Api.Only(Api.Response(RequiredTitle), Api.Response(Title))
            .Rule.Should()
            .Be("response-property-became-optional");
        Api.Only(Api.Response(Title), Api.Response(RequiredTitle))
            .Should()
            .Be(
                (
                    "response-property-became-required",
                    Impact.None,
                    $"{Answered}/properties/title",
                    "the property 'title' is required now"
                )
            );
    }

    [Fact]
    public void A_property_that_is_only_read_is_no_part_of_a_request()
    {
        const string ReadOnly = "{ 'type': 'object', 'properties': { 'title': { 'readOnly': true } } }";

        Api.Compare(Api.Request(None), Api.Request(ReadOnly)).Should().BeEmpty();
        Api.Only(Api.Response(None), Api.Response(ReadOnly)).Rule.Should().Be("response-property-added");
    }

    [Fact]
    public void A_part_of_a_property_may_say_that_it_is_only_read() =>
        Api.Compare(
                Api.Request(None),
                Api.Request(
                    "{ 'type': 'object', 'properties': { 'title': { 'type': 'string', 'allOf': [{ 'readOnly': true }] } } }"
                )
            )
            .Should()
            .BeEmpty();

    /// <summary>What it may be beside null, when that is all that it says.</summary>
    [Theory]
    [InlineData("", "#/components/schemas/Cat")]
    [InlineData("'minProperties': 1,", $"{AnsweredPointer}/properties/owner")]
    [InlineData("'allOf': [{ 'title': 'a' }],", $"{AnsweredPointer}/properties/owner")]
    public void The_place_of_a_property_that_may_be_null_is_what_it_is_else(string more, string place) =>
        Api.Only(
                Api.Response(None, "'Cat': { 'type': 'object' }"),
                Api.Response(
                    $"{{ 'type': 'object', 'properties': {{ 'owner': {{ {more} 'oneOf': [{{ '$ref': '#/components/schemas/Cat' }}, {{ 'type': 'null' }}] }} }} }}",
                    "'Cat': { 'type': 'object' }"
                )
            )
            .Where.Should()
            .Be($"GET /albums {place}");

    [Fact]
    public void Other_properties_of_one_type_are_fewer_than_any() =>
        Api.Only(Api.Request(None), Api.Request("{ 'type': 'object', 'additionalProperties': { 'type': 'integer' } }"))
            .Should()
            .Be(("request-narrowed", Impact.Breaking, $"{Sent}/additionalProperties/type", "type: anything → integer"));

    [Fact]
    public void One_part_that_refuses_other_properties_refuses_them_for_all() =>
        Api.Only(
                Api.Request(None),
                Api.Request(
                    "{ 'type': 'object', 'additionalProperties': { 'type': 'integer' }, 'allOf': [{ 'additionalProperties': false }] }"
                )
            )
            .What.Should()
            .Be("other properties are refused now");

    [Fact]
    public void Other_properties_may_be_refused_in_a_response_alone()
    {
        const string Closed = "{ 'type': 'object', 'additionalProperties': false }";

        Api.Only(Api.Request(None), Api.Request(Closed)).Rule.Should().Be("request-narrowed");
        Api.Only(Api.Request(Closed), Api.Request(None)).Rule.Should().Be("request-widened");
        Api.Compare(Api.Response(None), Api.Response(Closed)).Should().BeEmpty();
        Api.Compare(Api.Response(Closed), Api.Response(None)).Should().BeEmpty();
    }

    [Fact]
    public void Properties_may_move_into_a_part_of_the_whole() =>
        Api.Compare(
                Api.Response(RequiredTitle),
                Api.Response(
                    "{ 'allOf': [{ '$ref': '#/components/schemas/Base' }, { 'type': 'object' }] }",
                    $"'Base': {RequiredTitle}"
                )
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void A_property_of_two_parts_must_hold_in_both() =>
        Api.Only(
                Api.Request("{ 'properties': { 'a': { 'maxLength': 9 } } }"),
                Api.Request(
                    "{ 'allOf': [{ 'properties': { 'a': { 'maxLength': 9 } } }, { 'properties': { 'a': { 'maxLength': 5 } } }] }"
                )
            )
            .What.Should()
            .Be("maxLength: 9 → 5");
}
