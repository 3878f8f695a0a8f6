namespace Slipway.Workflows.Caching;

/// <summary>What a result depends on cannot be told here, so nothing is taken from the cache; the message says why.</summary>
public sealed class CacheUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
