using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Components.Running;

namespace Slipway.Components.Tests.Support;

/// <summary>What the jobs of a <see cref="WorkflowCheckout"/> did in one run; the next replaces their logs.</summary>
sealed partial class WorkflowRun(RunJson report)
{
    readonly string _log = Colour().Replace(string.Concat(report.Jobs.Select(job => File.ReadAllText(job.Log!))), "");

    /// <summary>Targets that ran, in the order of their names.</summary>
    public string Ran => Names(RanLine());

    /// <summary>Targets that say that they need not run.</summary>
    public string Replayed => Names(ReplayedLine());

    /// <summary>The hash by which what was made went from job to job.</summary>
    public string HandedOn => report.Jobs.Single(job => job.Key == "make").Outputs["make-sha256"];

    /// <summary>The content that came out of it at its other end.</summary>
    public string Shipped => ShippedLine().Match(_log).Groups["name"].Value;

    /// <summary>Of each target that ran.</summary>
    public IEnumerable<Dictionary<string, string>> Variables =>
        VariablesLine()
            .Matches(_log)
            .Select(line => JsonSerializer.Deserialize<Dictionary<string, string>>(line.Groups["name"].Value)!);

    string Names(Regex line) =>
        string.Join(' ', line.Matches(_log).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^ran (?<name>\w+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RanLine();

    [GeneratedRegex(@"(?<name>\w+): unchanged since ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReplayedLine();

    [GeneratedRegex(@"^ran Ship (?<name>\S+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShippedLine();

    [GeneratedRegex(@"^with (?<name>\{.*\})$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariablesLine();
}
