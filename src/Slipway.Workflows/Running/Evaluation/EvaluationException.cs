namespace Slipway.Workflows.Running;

/// <summary>An expression that has no value here; the message says why, for a person.</summary>
public sealed class EvaluationException(string message, Exception? cause = null) : Exception(message, cause);
