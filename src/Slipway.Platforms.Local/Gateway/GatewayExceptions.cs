namespace Slipway.Platforms.Local.Gateway;

/// <summary>The gateway does not answer on its admin socket.</summary>
public sealed class GatewayUnavailableException(string socket, Exception? inner = null)
    : Exception($"The gateway does not answer on {socket}. Its log says why.", inner)
{
    public string Socket { get; } = socket;
}

/// <summary>The gateway answers but cannot do what was asked; the message says why.</summary>
public sealed class GatewayRefusedException(string message) : Exception(message);
