namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>How a schema's allowance has moved in one respect, in words.</summary>
readonly record struct Move(Shift Shift, string What);

/// <summary>One thing that a schema can say of a value by itself, and how to tell which way it has moved.</summary>
/// <param name="Keywords">What it reads; the first one names the place.</param>
/// <param name="Compare">Null: nothing has moved.</param>
sealed record KeywordRule(IReadOnlyList<string> Keywords, Func<Schema, Schema, Move?> Compare);
