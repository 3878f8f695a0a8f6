namespace Slipway.Workflows;

/// <summary>A workflow that cannot be read; the message says where, what, and what is expected, for a person.</summary>
public sealed class WorkflowException(string message, Exception? cause = null) : Exception(message, cause);
