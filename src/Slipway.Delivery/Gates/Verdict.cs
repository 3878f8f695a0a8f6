namespace Slipway.Delivery.Gates;

/// <summary>What a budget says of a new slot.</summary>
/// <param name="Evidence">The numbers it rests on, in one line for a person.</param>
public abstract record Verdict(string Evidence);

/// <summary>Nothing speaks against it at the stated confidence. That is no proof that it is as good.</summary>
public sealed record Met(string Evidence) : Verdict(Evidence);

/// <summary>It is worse than the old slot, beyond what chance explains.</summary>
public sealed record Exceeded(string Evidence) : Verdict(Evidence);

/// <summary>Too few requests.</summary>
public sealed record NotJudged(string Evidence) : Verdict(Evidence);
