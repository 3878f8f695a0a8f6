using System.Globalization;

namespace Benchmarks;

static class Arguments
{
    /// <summary>The value of <c>--runs</c>: how often each command is counted, after one warm-up.</summary>
    public static int Runs(string[] arguments, int otherwise) => Number(arguments, "--runs", otherwise);

    public static int Number(string[] arguments, string name, int otherwise)
    {
        if (Text(arguments, name) is not { } text)
            return arguments.Contains(name) ? throw Wrong(name) : otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(name);
    }

    /// <returns>What follows the name; null: it is not given.</returns>
    public static string? Text(string[] arguments, string name)
    {
        var index = Array.IndexOf(arguments, name);
        return index >= 0 && index + 1 < arguments.Length ? arguments[index + 1] : null;
    }

    static BenchmarkException Wrong(string name) => new($"{name} wants a number above 0.");
}

/// <summary>A benchmark that cannot be run, and why.</summary>
sealed class BenchmarkException(string message) : Exception(message);
