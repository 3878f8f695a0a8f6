using Slipway.Proofs.Sites;

namespace Slipway.Proofs;

/// <summary>
/// Proofs that measure what users meet: alone on the machine, after all others, and one after the other.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuringProofs : ICollectionFixture<DatabaseServers>
{
    public const string Name = "measuring";
}

/// <summary>
/// Proofs that kill while the shipped backend works on a database, beside <see cref="DisturbingProofs"/>: most of their time is
/// waiting. One after the other, for one takes nearly all connections of the database server.
/// </summary>
[CollectionDefinition(Name)]
public sealed class DatabaseProofs : ICollectionFixture<DatabaseServers>
{
    public const string Name = "databases";
}

/// <summary>
/// Proofs that kill, pause and break around the small test backend, one after the other, beside <see cref="DatabaseProofs"/>.
/// </summary>
[CollectionDefinition(Name)]
public sealed class DisturbingProofs
{
    public const string Name = "disturbing";
}
