using Slipway.Gateway.WebSockets;

namespace Slipway.Gateway.Tests.WebSockets;

public sealed class CloseFrameTests
{
    // RFC 6455, 5.2: FIN and opcode 8, the MASK bit and the length; 5.3: the masking key.
    [Fact]
    public void It_says_going_away_in_each_direction()
    {
        var buffer = new byte[16];

        CloseFrame.WriteToInstance(buffer).Should().Be(8);

        CloseFrame.ToClient.ToArray().Should().Equal(0x88, 0x02, 0x03, 0xE9);
        buffer.Take(2).Should().Equal(0x88, 0x82);
        new[] { buffer[6] ^ buffer[2], buffer[7] ^ buffer[3] }.Should().Equal(0x03, 0xE9);
    }
}
