namespace Slipway.Verification.TestRuns;

/// <summary>A test that failed.</summary>
/// <param name="Name">Its full name, with the arguments of a theory.</param>
public sealed record TestFailure(string Name, string Message);

/// <summary>Why tests were skipped.</summary>
/// <param name="Reason">On one line, as the tests said it.</param>
/// <param name="Tests">How many said so.</param>
public sealed record TestSkip(string Reason, int Tests);

/// <summary>The results of one run of one test assembly.</summary>
/// <param name="Name">The name of its results file, without extension: what the build called the run.</param>
/// <param name="Error">What ended the run itself, such as a crash of the test host; null when it ran to its end.</param>
public sealed record TestSuite(
    string Name,
    int Passed,
    int Skipped,
    IReadOnlyList<TestFailure> Failures,
    TimeSpan Duration,
    string? Error = null
)
{
    public int Failed => Failures.Count;

    /// <summary>Each reason once, in the order in which the results name them; together they count all skipped tests.</summary>
    public IReadOnlyList<TestSkip> Skips { get; init; } = [];

    public int Total => Passed + Skipped + Failed;
}
