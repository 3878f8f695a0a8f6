namespace Slipway.Verification.TestRuns;

/// <summary>What the test results say.</summary>
public abstract record TestVerdict
{
    TestVerdict() { }

    /// <summary>Tests ran and none failed.</summary>
    public sealed record Passed(IReadOnlyList<TestSuite> Suites) : TestVerdict;

    /// <summary>A test failed, or a run did not come to its end.</summary>
    public sealed record Failed(IReadOnlyList<TestSuite> Suites) : TestVerdict;

    /// <summary>No test ran to a result: skipped tests prove nothing.</summary>
    public sealed record NotChecked(string Why) : TestVerdict;

    public static TestVerdict Of(IReadOnlyList<TestSuite> suites)
    {
        if (suites.Any(suite => suite.Failed > 0 || suite.Error is not null))
            return new Failed(suites);
        if (suites.Count == 0)
            return new NotChecked("there are no test results");
        return suites.Any(suite => suite.Passed > 0)
            ? new Passed(suites)
            : new NotChecked("no test ran: all were skipped");
    }
}
