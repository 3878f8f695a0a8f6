namespace Slipway.Releases;

/// <summary>Why a release is not made, or does not go on.</summary>
/// <param name="What">What is wrong and where, as a sentence without its full stop.</param>
/// <param name="WhatToDo">Sentences; commands stand between apostrophes.</param>
public sealed record Refusal(string What, string WhatToDo)
{
    public override string ToString() => $"{What}. {WhatToDo}";
}
