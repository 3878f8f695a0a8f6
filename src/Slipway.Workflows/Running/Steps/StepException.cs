namespace Slipway.Workflows.Running;

/// <summary>Why a step fails; the message says what, where and what to do, for a person.</summary>
public sealed class StepException(string message, Exception? cause = null) : Exception(message, cause);
