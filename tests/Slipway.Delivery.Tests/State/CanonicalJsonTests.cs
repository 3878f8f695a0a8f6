using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Tests.State;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Properties_are_sorted_and_nulls_left_out()
    {
        var json = CanonicalJson.Write(
            new
            {
                Zebra = 1,
                Apple = (string?)null,
                Mango = new { B = true, A = "é/<" },
            }
        );

        Encoding.UTF8.GetString(json).Should().Be("""{"mango":{"a":"é/<","b":true},"zebra":1}""");
    }

    [Fact]
    public void The_order_of_a_dictionary_does_not_count()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<Dictionary<NonNull<string>, int>>(),
                values =>
                {
                    var forward = values.ToDictionary(pair => pair.Key.Get, pair => pair.Value);
                    var backward = values.Reverse().ToDictionary(pair => pair.Key.Get, pair => pair.Value);
                    CanonicalJson.Write(forward).Should().Equal(CanonicalJson.Write(backward));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_unknown_member_is_an_error() =>
        FluentActions
            .Invoking(() => CanonicalJson.Read<EnvironmentFacts>("""{"name":"a","porrt":1}"""u8))
            .Should()
            .Throw<JsonException>()
            .WithMessage("*porrt*");

    [Fact]
    public void The_digest_is_that_of_sha256sum() =>
        CanonicalJson
            .Sha256("abc"u8)
            .Should()
            .Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "FIPS 180-2, appendix B.1");
}
