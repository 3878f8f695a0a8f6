using System.Data.Common;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Data;
using TinyGallery.Api.Hosting;

namespace TinyGallery.Api.Verbs;

/// <summary>The executable: reads the verb and the settings, does it, and turns failures into one line and a code.</summary>
static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Misused = 2;

    /// <summary>Runs one verb with the settings of the process's environment.</summary>
    /// <returns>The exit code: 0 done, 1 failed, 2 not understood (command line or configuration).</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var verb = Verb.Parse(arguments);
            var configuration = ConfigurationSources.Build((verb as Verb.Serve)?.Urls ?? (verb as Verb.Health)?.Urls);
            return await RunAsync(verb, configuration, output, error, CancellationToken.None);
        }
        catch (UsageException misuse)
        {
            await error.WriteLineAsync($"error: {misuse.Message}");
            return Misused;
        }
    }

    /// <inheritdoc cref="RunAsync(string[], TextWriter, TextWriter)"/>
    public static async Task<int> RunAsync(
        Verb verb,
        IConfiguration configuration,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        try
        {
            if (verb is Verb.Help)
            {
                await output.WriteAsync(HelpText.Text);
                return Done;
            }

            var settings = GallerySettings.Read(configuration);
            return verb switch
            {
                Verb.Serve => await ServeAsync(settings, configuration, cancellation),
                Verb.Health => await HealthProbe.RunAsync(settings.Urls[0].Local(), output, error, cancellation),
                Verb.OpenApi => await OpenApiVerb.RunAsync(settings, configuration, output, cancellation),
                _ => await RunAsync(verb, settings, output, cancellation),
            };
        }
        catch (InvalidConfigurationException invalid)
        {
            await error.WriteLineAsync($"error: {invalid.Message}");
            return Misused;
        }
        catch (Exception failure) when (failure is ExpectedFailureException or DbException or IOException)
        {
            await error.WriteLineAsync($"error: {failure.Message.ReplaceLineEndings(" ")}");
            return Failed;
        }
        catch (UnauthorizedAccessException denied)
        {
            await error.WriteLineAsync($"error: {denied.Message}");
            return Failed;
        }
    }

    static async Task<int> ServeAsync(
        GallerySettings settings,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        await using var application = GalleryApplication.Create(settings, configuration);
        await application.RunAsync(cancellation);
        return Done;
    }

    static async Task<int> RunAsync(
        Verb verb,
        GallerySettings settings,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var database = Database.Create(settings.Database);
        switch (verb)
        {
            case Verb.Migrate:
                await MigrateVerb.RunAsync(database, settings.LockPatience, output, cancellation);
                break;
            case Verb.MigrateStatus(var json):
                await MigrateVerb.StatusAsync(database, json, output, cancellation);
                break;
            case Verb.MigrateList:
                await MigrateVerb.ListAsync(database, output, cancellation);
                break;
            case Verb.Backup(var file):
                await database.BackupAsync(file, cancellation);
                await output.WriteLineAsync($"Backed up {database.Name} to {file} ({new FileInfo(file).Length} bytes)");
                break;
            case Verb.Restore(var file):
                await database.RestoreAsync(file, cancellation);
                await output.WriteLineAsync($"Restored {database.Name} from {file}");
                break;
        }

        return Done;
    }
}
