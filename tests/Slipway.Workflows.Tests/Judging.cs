namespace Slipway.Workflows.Tests;

/// <summary>One Node process for all tests that ask it: starting one takes a second, a question a millisecond.</summary>
[CollectionDefinition(Name)]
public sealed class Judging : ICollectionFixture<Judges>
{
    public const string Name = "Judges";
}
