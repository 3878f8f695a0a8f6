namespace Slipway.Platforms.Local.Supervision;

/// <summary>The supervisor does not answer on its socket, or could not be started.</summary>
public sealed class SupervisorUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The supervisor answers but cannot do what was asked; the message says why.</summary>
public sealed class SupervisorRefusedException(string message) : Exception(message);
