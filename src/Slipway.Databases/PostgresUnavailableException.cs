namespace Slipway.Databases;

/// <summary>There is no PostgreSQL to test on. The message is one line for a person: what was tried and what to do.</summary>
public sealed class PostgresUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
