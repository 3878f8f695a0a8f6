using Slipway.Gateway.Sockets;

namespace Slipway.Gateway.Tests.Sockets;

/// <summary>Makes this thread a socket thread until it is disposed; what is in between must not await.</summary>
sealed class Turn : IDisposable
{
    public Turn()
    {
        Burst = new SendBurst(() => Wakes++);
        SendBurst.OfThread = Burst;
    }

    public SendBurst Burst { get; }

    /// <summary>How often the thread was told to wake.</summary>
    public int Wakes { get; private set; }

    public void End() => Burst.SendAll();

    public void Dispose() => SendBurst.OfThread = null;

    /// <summary>On a thread that is no socket thread.</summary>
    public static void Elsewhere(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join(TimeSpan.FromSeconds(30)).Should().BeTrue();
        failure.Should().BeNull();
    }
}
