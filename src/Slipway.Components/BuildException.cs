namespace Slipway.Components;

/// <summary>A failure whose message tells a person all that is needed: what, where, what to do.</summary>
public sealed class BuildException(string message, Exception? inner = null) : Exception(message, inner);
