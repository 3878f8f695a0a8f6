using System.Globalization;
using System.Xml.Linq;

namespace Slipway.Verification.TestRuns;

/// <summary>Reads the results files of <c>dotnet test --logger trx</c> (the schema vstst.xsd of Visual Studio).</summary>
public static class TrxReader
{
    static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <exception cref="VerificationException">A file is malformed; the message names it and its line.</exception>
    public static IReadOnlyList<TestSuite> Read(IEnumerable<string> paths) => [.. paths.Select(Read)];

    /// <inheritdoc cref="Read(IEnumerable{string})"/>
    public static TestSuite Read(string path)
    {
        var run = XmlFile.Load(path);
        if (run.Name != Trx + "TestRun")
            throw new VerificationException($"{path}:1: not a test results file: its root is <{run.Name.LocalName}>");

        var results = run.Elements(Trx + "Results").Elements(Trx + "UnitTestResult").ToLookup(Outcome);
        return new TestSuite(
            Path.GetFileNameWithoutExtension(path),
            results[Result.Passed].Count(),
            results[Result.Skipped].Count(),
            [.. results[Result.Failed].Select(Failure)],
            Duration(run),
            Error(run)
        )
        {
            Skips = [.. results[Result.Skipped].GroupBy(SkipReason, StringComparer.Ordinal).Select(Skip)],
        };
    }

    enum Result
    {
        Passed,
        Failed,
        Skipped,
    }

    static Result Outcome(XElement result) =>
        result.Text("outcome") switch
        {
            "Passed" => Result.Passed,
            "NotExecuted" => Result.Skipped,
            _ => Result.Failed,
        };

    static TestFailure Failure(XElement result) =>
        new(result.Text("testName"), Message(result) ?? result.Text("outcome"));

    static TestSkip Skip(IGrouping<string, XElement> results) => new(results.Key, results.Count());

    static string SkipReason(XElement result) =>
        Message(result) is { } message
            ? string.Join(
                ' ',
                message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            : "no reason is given";

    /// <summary>Why a test failed or was skipped; null: nothing is said.</summary>
    static string? Message(XElement result) =>
        result
            .Elements(Trx + "Output")
            .Elements(Trx + "ErrorInfo")
            .Elements(Trx + "Message")
            .Select(message => message.Value.Trim())
            .FirstOrDefault(text => text.Length > 0);

    static TimeSpan Duration(XElement run) =>
        run.Element(Trx + "Times") is { } times
        && TryTime(times.Text("start"), out var start)
        && TryTime(times.Text("finish"), out var finish)
            ? finish - start
            : TimeSpan.Zero;

    static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    /// <summary>A run that did not come to its end says why beside its results; xunit repeats its failures there.</summary>
    static string? Error(XElement run) =>
        run.Descendants(Trx + "RunInfo")
            .Where(info => info.Text("outcome") is "Error")
            .Select(info => WithoutStack(info.Element(Trx + "Text")?.Value ?? ""))
            .FirstOrDefault(text => !text.StartsWith("[xUnit.net", StringComparison.Ordinal));

    static string WithoutStack(string text) =>
        string.Join(
            ' ',
            text.Split('\n')
                .TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal))
                .Select(line => line.Trim())
        );
}
