namespace Slipway.Gateway.Sockets;

/// <summary>Keeps bytes that it was told to send until <see cref="SendNow"/>.</summary>
interface IDeferredSend
{
    /// <summary>Sends what is kept, if anything still is. Neither throws nor waits: it runs between other connections' work.</summary>
    void SendNow();
}
