using System.Globalization;

namespace Benchmarks;

static class Arguments
{
    /// <summary>The value of <c>--runs</c>: how often each command is counted, after one warm-up.</summary>
    public static int Runs(string[] arguments, int otherwise)
    {
        var index = Array.IndexOf(arguments, "--runs");
        if (index < 0)
            return otherwise;
        return
            index + 1 < arguments.Length
            && int.TryParse(arguments[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var runs)
            && runs > 0
            ? runs
            : throw new BenchmarkException("--runs wants a number above 0.");
    }
}

/// <summary>A benchmark that cannot be run, and why.</summary>
sealed class BenchmarkException(string message) : Exception(message);
