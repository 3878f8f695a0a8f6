using Slipway.Platforms.Local.Ports;

namespace Slipway.Platforms.Local.Tests.Ports;

public sealed class ListeningSocketsTests
{
    const string Head =
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    const string Rest = "00000000:00000000 00:00000000 00000000  1000        0";

    [Theory]
    [InlineData("0100007F:4E20 00000000:0000 0A", true, "127.0.0.1 is asked")]
    [InlineData("00000000:4E20 00000000:0000 0A", true, "so is every address")]
    [InlineData("00000000000000000000000000000000:4E20 00000000000000000000000000000000:0000 0A", true, "of IPv6 too")]
    [InlineData(
        "0000000000000000FFFF00000100007F:4E20 00000000000000000000000000000000:0000 0A",
        true,
        "as IPv6 maps it"
    )]
    [InlineData(
        "00000000000000000000000001000000:4E20 00000000000000000000000000000000:0000 0A",
        false,
        "::1 is another"
    )]
    [InlineData("0500000A:4E20 00000000:0000 0A", false, "10.0.0.5 is another address")]
    [InlineData("0100007F:4E21 00000000:0000 0A", false, "20001 is another port")]
    [InlineData("0100007F:4E20 0100007F:B001 01", false, "it is a connection")]
    public void Only_who_is_asked_at_the_port_of_127_0_0_1_counts(string socket, bool counts, string because)
    {
        string[] table = [Head, $"   0: {socket} {Rest} 4711 1 00000000d6a1bdad 100 0 0 10 0"];

        ListeningSockets.Of(table, 20000).Should().Equal(counts ? ["4711"] : [], because);
    }
}
