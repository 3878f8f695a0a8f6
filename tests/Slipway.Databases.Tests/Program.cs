using Npgsql;
using Slipway.Databases;
using Slipway.Databases.Sources;

// What the tests of sudden death kill: a process that starts a server, says where it is, and waits for ever.
var server = await ThrowawayPostgres.StartAsync(
    [new MachineBinaries(BinaryDirectories.OfThisMachine())],
    CancellationToken.None
);
var connection = new NpgsqlConnection(server.ConnectionString);
await connection.OpenAsync();
var command = connection.CreateCommand();
command.CommandText = "SHOW data_directory";
Console.WriteLine(new NpgsqlConnectionStringBuilder(server.ConnectionString).Port);
Console.WriteLine(Path.GetDirectoryName((string)(await command.ExecuteScalarAsync())!));
await Task.Delay(Timeout.Infinite);
