using Slipway.Gateway.Routing;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Tests.Routing;

public sealed class RoutesCheckTests
{
    static readonly Destination One = new("1", new Uri("http://127.0.0.1:1"));
    static readonly SlotRoutes Blue = new("blue", [One], 1);

    public static TheoryData<RoutesUpdate, string> Wrong =>
        new()
        {
            { new RoutesUpdate(0, [Blue]), "*at least 1*" },
            { new RoutesUpdate(1, [Blue], "short"), "*16 or more*" },
            { new RoutesUpdate(1, [Blue], "0123456789abcde\n"), "*16 or more*" },
            { new RoutesUpdate(1, [Blue, Blue]), "*'blue' is given twice*" },
            { new RoutesUpdate(1, [Blue with { Name = "a b" }]), "*'a b' is not a name*" },
            { new RoutesUpdate(1, [Blue with { Weight = -1 }]), "*weight -1*" },
            { new RoutesUpdate(1, [Blue with { Weight = 1_000_001 }]), "*weight 1000001*" },
            { new RoutesUpdate(1, [Blue with { Destinations = [One, One] }]), "*two destinations '1'*" },
            { new RoutesUpdate(1, [Blue], HoldSeconds: -1), "*holdSeconds is -1*" },
            { new RoutesUpdate(1, [Blue], HoldSeconds: 3601), "*holdSeconds is 3601*" },
            { Addressed("https://127.0.0.1:1"), "*not an address like*" },
            { Addressed("http://127.0.0.1:1/path"), "*not an address like*" },
            { Addressed("http://user@127.0.0.1:1"), "*not an address like*" },
            { Addressed("127.0.0.1"), "*not an address like*" },
        };

    static RoutesUpdate Addressed(string address) =>
        new(1, [Blue with { Destinations = [new Destination("1", new Uri(address, UriKind.RelativeOrAbsolute))] }]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_makes_no_sense_is_one_sentence(RoutesUpdate update, string problem) =>
        RoutesCheck.Problem(update).Should().Match(problem);

    [Fact]
    public void An_empty_table_and_an_empty_slot_make_sense()
    {
        RoutesCheck.Problem(new RoutesUpdate(1, [])).Should().BeNull();
        RoutesCheck.Problem(new RoutesUpdate(1, [Blue with { Destinations = [], Weight = 0 }])).Should().BeNull();
    }
}
