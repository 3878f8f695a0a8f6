using System.Globalization;

namespace Benchmarks;

/// <summary>What a benchmark must keep within; one limit that does not hold, and the program ends with 1.</summary>
sealed class Limits
{
    public int ExitCode { get; private set; }

    public void Check(string what, double ratio, double limit) => Judge(what, ratio, limit, "limit", ratio <= limit);

    public void CheckAtLeast(string what, double ratio, double least) =>
        Judge(what, ratio, least, "at least", ratio >= least);

    void Judge(string what, double ratio, double limit, string word, bool holds)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -36} {ratio:0.00}x, {word} {limit:0.00}x: {(holds ? "holds" : "DOES NOT HOLD")}"
            )
        );
        if (!holds)
            ExitCode = 1;
    }
}
