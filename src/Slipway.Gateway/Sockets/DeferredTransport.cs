using System.IO.Pipelines;

namespace Slipway.Gateway.Sockets;

/// <summary>A client's connection, with small flushes put off to the end of the turn (<see cref="SendBurst"/>).</summary>
sealed class DeferredTransport(IDuplexPipe inner) : IDuplexPipe
{
    public PipeReader Input => inner.Input;

    public PipeWriter Output { get; } = new DeferredWriter(inner.Output);
}
