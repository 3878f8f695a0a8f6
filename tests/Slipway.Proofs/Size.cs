using System.Globalization;

namespace Slipway.Proofs;

/// <summary>How much is run, as <c>./build.sh Prove --rounds N</c> says; the full size is 20 rounds.</summary>
static class Size
{
    const int FullRounds = 20;

    /// <summary>Deployments of each strategy.</summary>
    public static int Rounds { get; } = Read("SLIPWAY_PROOFS_ROUNDS", 2);

    public static bool IsFull => Rounds >= FullRounds;

    /// <summary>Requests a second.</summary>
    public static int Rate => 50;

    /// <summary>How long the slowest download takes, which a deployment has to wait for.</summary>
    public static TimeSpan LongestRequest => TimeSpan.FromSeconds(IsFull ? 20 : 4);

    public static string Reports { get; } =
        Environment.GetEnvironmentVariable("SLIPWAY_PROOFS_REPORTS") is { Length: > 0 } directory
            ? directory
            : Path.Combine(AppContext.BaseDirectory, "reports");

    static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? value
            : otherwise;
}
