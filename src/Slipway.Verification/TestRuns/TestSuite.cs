namespace Slipway.Verification.TestRuns;

/// <summary>A test that failed.</summary>
/// <param name="Name">Its full name, with the arguments of a theory.</param>
public sealed record TestFailure(string Name, string Message);

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

    public int Total => Passed + Skipped + Failed;
}
