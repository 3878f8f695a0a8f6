namespace Slipway.Components;

/// <summary>
/// NUKE reads every parameter from an environment variable of its bare name too. For a parameter that decides where a
/// command acts, a variable that somebody set for another reason must not count: only the command line and the
/// variable with NUKE's prefix do.
/// </summary>
static class Explicit
{
    public static T? Value<T>(string parameter, Func<T?> read)
        where T : class => IsGiven(parameter) ? read() : null;

    public static bool IsGiven(string parameter) =>
        IsGiven(parameter, Environment.GetCommandLineArgs(), Environment.GetEnvironmentVariable);

    /// <summary>Pure: <paramref name="variable"/> reads an environment variable.</summary>
    internal static bool IsGiven(string parameter, IEnumerable<string> arguments, Func<string, string?> variable)
    {
        var names = arguments
            .Where(argument => argument.StartsWith('-'))
            .Select(argument => Letters(argument.Split('=', 2)[0]));
        return names.Contains(Letters(parameter), StringComparer.OrdinalIgnoreCase)
            // A job's expression that yields nothing is an empty variable.
            || variable($"NUKE_{parameter.ToUpperInvariant()}") is { Length: > 0 };
    }

    static string Letters(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit)]);
}
