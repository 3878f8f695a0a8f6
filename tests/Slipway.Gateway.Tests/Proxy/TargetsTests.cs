using FsCheck;
using FsCheck.Fluent;
using Slipway.Gateway.Proxy;

namespace Slipway.Gateway.Tests.Proxy;

public sealed class TargetsTests
{
    const string Instance = "http://127.0.0.1:40123";

    readonly Targets _targets = new(Instance + "/");

    [Theory]
    [InlineData("/")]
    [InlineData("/albums?page=2&sort=name")]
    [InlineData("/a%252Fb/../%41?x=%2f#y")]
    [InlineData("//twice//")]
    public void A_target_stays_as_it_was_sent(string target)
    {
        var address = _targets.Address(target);

        address!.OriginalString.Should().Be(Instance + target);
        address.PathAndQuery.Should().Be(target);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("http://other.example/albums")]
    [InlineData("/a b")]
    [InlineData("/ä")]
    public void What_is_no_plain_path_is_left_to_the_forwarder(string target)
    {
        _targets.Address(target).Should().BeNull();
        _targets.Address(target).Should().BeNull("asked again");
    }

    [Fact]
    public void The_address_of_a_target_that_was_asked_for_before_is_not_made_again() =>
        _targets.Address("/albums/" + 1).Should().BeSameAs(_targets.Address("/albums/" + 1));

    [Fact]
    public void A_long_target_is_not_kept()
    {
        var target = "/search?q=" + new string('a', 1000);

        _targets.Address(target).Should().NotBeSameAs(_targets.Address(target)).And.Be(_targets.Address(target));
    }

    [Fact]
    public void However_many_targets_share_the_places_each_gets_its_own_address() =>
        Prop.ForAll(
                Gen.Choose(0, 2000).Select(number => $"/albums/{number}").ArrayOf(3000).ToArbitrary(),
                asked => asked.All(target => Own(_targets.Address(target), target))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        var asking = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                    Enumerable
                        .Range(0, 20_000)
                        .Select(number => $"/albums/{number % 700}")
                        .All(target => Own(_targets.Address(target), target))
                )
            );

        (await Task.WhenAll(asking)).Should().AllBeEquivalentTo(true);
    }

    static bool Own(Uri? address, string target) =>
        string.Equals(address!.OriginalString, Instance + target, StringComparison.Ordinal)
        && string.Equals(address.PathAndQuery, target, StringComparison.Ordinal);
}
