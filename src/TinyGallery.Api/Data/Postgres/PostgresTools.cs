using System.Diagnostics;
using Npgsql;
using TinyGallery.Api.Verbs;

namespace TinyGallery.Api.Data.Postgres;

/// <summary>
/// PostgreSQL's own <c>pg_dump</c>, <c>pg_restore</c> and <c>psql</c>. The connection is handed over in the
/// environment: an argument list is readable by everybody on the machine.
/// </summary>
static class PostgresTools
{
    const string DebianVersions = "/usr/lib/postgresql";

    /// <summary>Writes <paramref name="schema"/> in pg_dump's custom format, as of one moment.</summary>
    public static async Task DumpAsync(
        NpgsqlConnectionStringBuilder settings,
        string schema,
        string file,
        CancellationToken cancellation
    )
    {
        using var dump = Start(
            "pg_dump",
            ["--format=custom", "--no-owner", "--no-privileges", $"--schema={schema}", $"--file={file}"],
            settings
        );
        dump.StandardInput.Close();
        await FinishAsync(dump, "pg_dump", await dump.StandardError.ReadToEndAsync(cancellation), cancellation);
    }

    /// <summary>
    /// Replaces <paramref name="schema"/> by the dump in one transaction: <c>pg_restore</c> turns it into SQL, which
    /// <c>psql</c> runs behind a DROP. (pg_restore --clean alone would leave tables that are newer than the dump.)
    /// </summary>
    /// <remarks>
    /// The COMMIT is the last line of what psql reads. With <c>--single-transaction</c> it would commit at the end of its
    /// input, and that comes early when this process is killed.
    /// </remarks>
    public static async Task RestoreAsync(
        NpgsqlConnectionStringBuilder settings,
        string schema,
        string file,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(file))
            throw new ExpectedFailureException($"There is no file {file} to restore from.");
        var script = await ToSqlAsync(settings, file, cancellation);
        using var psql = Start(
            "psql",
            ["--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1", "--file=-"],
            settings
        );
        var error = psql.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await psql.StandardInput.WriteAsync(
                $"BEGIN;\nSET client_min_messages = warning;\nSET lock_timeout = '30s';\nDROP SCHEMA IF EXISTS {schema} CASCADE;\n"
            );
            await using (var sql = File.OpenRead(script))
            {
                await psql.StandardInput.FlushAsync(cancellation);
                await sql.CopyToAsync(psql.StandardInput.BaseStream, cancellation);
            }

            await psql.StandardInput.WriteAsync("\nCOMMIT;\n");
            psql.StandardInput.Close();
        }
        catch (IOException)
        {
            // psql stopped reading: its exit code and words, below, say why.
        }
        finally
        {
            File.Delete(script);
        }

        await FinishAsync(psql, "psql", await error, cancellation);
    }

    /// <summary>The dump as SQL in a file beside it: read whole before the first statement runs, so a torn dump changes nothing.</summary>
    static async Task<string> ToSqlAsync(
        NpgsqlConnectionStringBuilder settings,
        string file,
        CancellationToken cancellation
    )
    {
        var script = $"{file}.sql-{Environment.ProcessId}";
        try
        {
            using var restore = Start(
                "pg_restore",
                ["--no-owner", "--no-privileges", $"--file={script}", file],
                settings
            );
            restore.StandardInput.Close();
            var error = await restore.StandardError.ReadToEndAsync(cancellation);
            await FinishAsync(restore, "pg_restore", error, cancellation);
            return script;
        }
        catch
        {
            File.Delete(script);
            throw;
        }
    }

    static Process Start(string tool, IEnumerable<string> arguments, NpgsqlConnectionStringBuilder settings)
    {
        var start = new ProcessStartInfo(Find(tool))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in PostgresEnvironment.Of(settings))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    static async Task FinishAsync(Process process, string tool, string error, CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new ExpectedFailureException($"{tool} failed: {error.Trim().ReplaceLineEndings("; ")}");
    }

    static string Find(string tool)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var debian = Directory.Exists(DebianVersions)
            ? Directory.GetDirectories(DebianVersions).OrderByDescending(VersionOf).Select(v => Path.Combine(v, "bin"))
            : [];
        return path.Concat(debian).Select(directory => Path.Combine(directory, tool)).FirstOrDefault(File.Exists)
            ?? throw new ExpectedFailureException(
                $"{tool} is not on the PATH: install PostgreSQL's client programs (Debian: postgresql-client)."
            );
    }

    static int VersionOf(string directory) => int.TryParse(Path.GetFileName(directory), out var version) ? version : 0;
}
