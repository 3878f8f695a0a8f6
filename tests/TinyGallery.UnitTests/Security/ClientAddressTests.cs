using System.Net;
using TinyGallery.Api.Security;

namespace TinyGallery.UnitTests.Security;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Addresses_of_one_client_share_a_bucket(string one, string other, bool same)
    {
        var shared = ClientAddress.Partition(IPAddress.Parse(one)) == ClientAddress.Partition(IPAddress.Parse(other));
        shared.Should().Be(same);
    }

    [Fact]
    public void Clients_without_an_address_share_one() => ClientAddress.Partition(null).Should().Be(UInt128.Zero);
}
