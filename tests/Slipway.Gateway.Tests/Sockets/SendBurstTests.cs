using Slipway.Gateway.Sockets;

namespace Slipway.Gateway.Tests.Sockets;

public sealed class SendBurstTests
{
    [Fact]
    public void The_thread_is_woken_once_for_all_that_is_put_off_in_one_turn()
    {
        using var turn = new Turn();
        var sends = Enumerable.Range(0, 3).Select(_ => new Send()).ToList();

        sends.ForEach(turn.Burst.Add);
        sends.Should().OnlyContain(send => send.Times == 0);
        turn.End();

        sends.Should().OnlyContain(send => send.Times == 1);
        turn.Wakes.Should().Be(1);
    }

    [Fact]
    public void Every_turn_begins_anew()
    {
        using var turn = new Turn();
        var send = new Send();

        turn.Burst.Add(send);
        turn.End();
        turn.Burst.Add(send);
        turn.End();

        send.Times.Should().Be(2);
        turn.Wakes.Should().Be(2);
    }

    [Fact]
    public void What_is_put_off_while_others_are_sent_goes_with_them()
    {
        using var turn = new Turn();
        var late = new Send();

        turn.Burst.Add(new Send { Then = () => turn.Burst.Add(late) });
        turn.End();

        late.Times.Should().Be(1);
        turn.Wakes.Should().Be(1);
    }

    [Fact]
    public void When_the_thread_cannot_be_woken_nothing_is_put_off()
    {
        var burst = new SendBurst(() => throw new ObjectDisposedException("socket"));
        var send = new Send();

        burst.Add(send);

        send.Times.Should().Be(1);
    }

    sealed class Send : IDeferredSend
    {
        public int Times { get; private set; }

        public Action Then { get; init; } = () => { };

        public void SendNow()
        {
            Times++;
            Then();
        }
    }
}
