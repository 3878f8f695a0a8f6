namespace Slipway.Verification.Secrets;

/// <summary>A kind of secret.</summary>
/// <param name="Id">What a program calls it, for example <c>github-token</c>.</param>
/// <param name="Title">What it is, for a person.</param>
public sealed record SecretRule(string Id, string Title);
