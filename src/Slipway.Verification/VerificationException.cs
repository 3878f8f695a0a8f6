namespace Slipway.Verification;

/// <summary>A check cannot be made. The message is for a person: what, where (file, line), and what to do.</summary>
public sealed class VerificationException(string message, Exception? inner = null) : Exception(message, inner);
