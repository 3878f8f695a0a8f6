// TinyGallery as a release that has one migration more: what next.sql of its image says, applied once, behind its own
// migrations. So a test of delivery makes a release with any migration it likes, good or bad, without compiling one.
using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;

// Asynchronous or not, the entry point that the runtime calls answers the exit code.
var code = (int)Assembly.Load("TinyGallery.Api").EntryPoint!.Invoke(null, [args])!;
var file = Path.Combine(AppContext.BaseDirectory, "next.sql");
if (code != 0 || args is not ["migrate"] || !File.Exists(file))
    return code;

try
{
    await using var connection = Connect();
    await connection.OpenAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    if (await RunAsync("CREATE TABLE IF NOT EXISTS next_applied (at TEXT)") && await IsAppliedAsync())
        return code;
    await RunAsync(await File.ReadAllTextAsync(file));
    await RunAsync("INSERT INTO next_applied VALUES ('now')");
    await transaction.CommitAsync();
    return code;

    async Task<bool> RunAsync(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
        return true;
    }

    async Task<bool> IsAppliedAsync()
    {
        await using var command = Command("SELECT at FROM next_applied");
        return await command.ExecuteScalarAsync() is not null;
    }

    DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }
}
catch (DbException failure)
{
    Console.Error.WriteLine($"error: Migration next failed and was undone: {failure.Message}");
    return 1;
}

static DbConnection Connect() =>
    Environment.GetEnvironmentVariable("ConnectionStrings__Gallery") is { } postgres
        ? new NpgsqlConnection(postgres + ";Search Path=gallery;Pooling=false")
        : new SqliteConnection(
            $"Data Source={Environment.GetEnvironmentVariable("Gallery__DataDirectory")}/gallery.db;Pooling=False"
        );
