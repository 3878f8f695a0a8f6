namespace Slipway.Delivery.Databases;

/// <summary>
/// Where a backend keeps its data, so that copies of it can be made and compared. What is not described is backed up all
/// the same, through the backend's own verb; it is not compared, not rehearsed on and not drilled.
/// </summary>
public abstract record DatabaseSpec;

/// <summary>One SQLite file.</summary>
/// <param name="File">Its path, in which <c>{data}</c> stands for the environment's data directory: <c>{data}/gallery.db</c>.</param>
public sealed record SqliteFile(string File) : DatabaseSpec;

/// <summary>A database of a PostgreSQL server. Scratch databases are made on the same server, by the same role.</summary>
/// <param name="Setting">
/// The name of the setting (<see cref="Environments.EnvironmentSpec.Settings"/>) whose value is the connection, in Npgsql's
/// form or as a <c>postgres://</c> URI. The value itself goes to processes alone.
/// </param>
public sealed record PostgresConnection(string Setting) : DatabaseSpec;
