using System.Net.Sockets;

namespace Slipway.Gateway.Sockets;

/// <summary>
/// Small sends of one socket thread, put off to the end of what has arrived, then made back to back. An instance, or a
/// client, is woken once for several of them, and does not take the processor from this thread between two.
/// <para>
/// The end is found without a clock: with the first send that is put off, the thread wakes itself, and the kernel reports
/// that after everything that was there before. A request alone waits for one more turn of the thread, some microseconds.
/// </para>
/// </summary>
/// <param name="wakeThread">Makes the thread call <see cref="SendAll"/> in a later turn.</param>
sealed class SendBurst(Action wakeThread)
{
    /// <summary>More than this is worth a send of its own. In bytes.</summary>
    public const int LargestDeferred = 4096;

    [ThreadStatic]
    static SendBurst? _ofThread;

    readonly List<IDeferredSend> _sends = [];

    /// <summary>That of the thread which asks; null on every thread but the socket threads.</summary>
    public static SendBurst? OfThread
    {
        get => _ofThread;
        set => _ofThread = value;
    }

    /// <summary>Only from the thread that this is of.</summary>
    public void Add(IDeferredSend send)
    {
        _sends.Add(send);
        if (_sends.Count > 1)
            return;
        try
        {
            wakeThread();
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            SendAll();
        }
    }

    /// <summary>Only from the thread that this is of.</summary>
    public void SendAll()
    {
        // By index: a send may let a waiting writer go on, who adds to the list.
        for (var index = 0; index < _sends.Count; index++)
            _sends[index].SendNow();
        _sends.Clear();
    }
}
