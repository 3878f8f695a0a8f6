using Npgsql;
using Slipway.Databases;
using Slipway.Databases.Docker;
using Slipway.Databases.Sources;

// What the tests of sudden death kill: a process that starts a server, says where it is, and waits for ever.
if (args is [InContainer])
{
    var attempt = await DockerServer.FromEnvironment().TryStartAsync(CancellationToken.None);
    Say(attempt.Server!.ConnectionString, ((PostgresContainer)attempt.Server.Lifetime!).Id);
}
else
{
    var server = await ThrowawayPostgres.StartAsync(
        [new MachineBinaries(BinaryDirectories.OfThisMachine())],
        CancellationToken.None
    );
    var connection = new NpgsqlConnection(server.ConnectionString);
    await connection.OpenAsync();
    var command = connection.CreateCommand();
    command.CommandText = "SHOW data_directory";
    Say(server.ConnectionString, Path.GetDirectoryName((string)(await command.ExecuteScalarAsync())!)!);
}

await Task.Delay(Timeout.Infinite);

static void Say(string connection, string place)
{
    Console.WriteLine(new NpgsqlConnectionStringBuilder(connection).Port);
    Console.WriteLine(place);
}

partial class Program
{
    /// <summary>The argument that asks for a container; without it the server is one of this machine's binaries.</summary>
    public const string InContainer = "container";
}
