namespace Slipway.Databases.Sources;

/// <summary>One place a server may come from.</summary>
interface IPostgresSource
{
    /// <exception cref="PostgresUnavailableException">The source is there, but what it has does not work.</exception>
    Task<SourceAttempt> TryStartAsync(CancellationToken cancellationToken);
}

/// <summary>A server, or, for a person, why this source has none.</summary>
sealed record SourceAttempt(RunningServer? Server, string Missing)
{
    public static SourceAttempt Started(RunningServer server) => new(server, "");

    public static SourceAttempt Nothing(string missing) => new(null, missing);
}

/// <summary>A server that answers. <paramref name="Lifetime"/> is disposed to be rid of it.</summary>
sealed record RunningServer(
    PostgresSource Source,
    string ConnectionString,
    Version Version,
    IAsyncDisposable? Lifetime = null
) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Lifetime?.DisposeAsync() ?? ValueTask.CompletedTask;
}
