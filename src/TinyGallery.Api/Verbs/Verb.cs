namespace TinyGallery.Api.Verbs;

/// <summary>What the command line asks for.</summary>
abstract record Verb
{
    Verb() { }

    /// <param name="Urls">Where to listen; null leaves it to the configuration.</param>
    public sealed record Serve(string? Urls) : Verb;

    public sealed record Migrate : Verb;

    public sealed record MigrateStatus(bool Json) : Verb;

    /// <summary>What <see cref="Migrate"/> would apply, for a program that plans it.</summary>
    public sealed record MigrateList : Verb;

    public sealed record Backup(string File) : Verb;

    public sealed record Restore(string File) : Verb;

    public sealed record Health(string? Urls) : Verb;

    /// <summary>Prints the description that a running service has at <c>/openapi/v1.json</c>.</summary>
    public sealed record OpenApi : Verb;

    public sealed record Help : Verb;

    /// <exception cref="UsageException">It asks for something that there is not.</exception>
    public static Verb Parse(string[] arguments)
    {
        if (arguments.Any(argument => argument is "--help" or "-h" or "-?"))
            return new Help();
        return arguments switch
        {
            [] => new Serve(Urls: null),
            [['-', ..], ..] => new Serve(ParseUrls(arguments)),
            ["health", .. var rest] => new Health(ParseUrls(rest)),
            ["migrate"] => new Migrate(),
            ["migrate", "--status"] => new MigrateStatus(Json: false),
            ["migrate", "--status", "--json"] or ["migrate", "--json", "--status"] => new MigrateStatus(Json: true),
            ["migrate", "--list"] => new MigrateList(),
            ["openapi"] => new OpenApi(),
            ["backup", [not '-', ..] file] => new Backup(file),
            ["restore", [not '-', ..] file] => new Restore(file),
            ["openapi", ..] => throw new UsageException("openapi takes nothing."),
            ["migrate", ..] => throw new UsageException("migrate takes --status, --status --json, --list, or nothing."),
            ["backup" or "restore", ..] => throw new UsageException($"{arguments[0]} takes one file."),
            [var unknown, ..] => throw new UsageException(
                $"There is no verb \"{unknown}\": only migrate, backup, restore, health and openapi."
            ),
        };
    }

    static string? ParseUrls(string[] options) =>
        options switch
        {
            [] => null,
            ["--urls", [not '-', ..] urls] => urls,
            [var option] when option.StartsWith("--urls=", StringComparison.Ordinal) => option["--urls=".Length..],
            ["--urls"] => throw new UsageException("--urls takes an address, such as http://127.0.0.1:8080."),
            _ => throw new UsageException($"Unknown option: {string.Join(' ', options)}. There is --urls, and --help."),
        };
}

/// <summary>A command line that cannot be understood: exit code 2.</summary>
sealed class UsageException(string message) : Exception(message);
