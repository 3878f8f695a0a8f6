using Slipway.Components.Shipping;

namespace Slipway.Components.Tests.Shipping;

public sealed class PatienceTests
{
    [Fact]
    public void A_wait_is_a_number_of_seconds() => Place.Patience(90).Should().Be(TimeSpan.FromSeconds(90));

    [Fact]
    public void Less_than_none_is_an_error() =>
        FluentActions.Invoking(() => Place.Patience(-1)).Should().Throw<BuildException>().WithMessage("--wait -1: *");
}
