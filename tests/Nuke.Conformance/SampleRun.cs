using System.Text.RegularExpressions;
using Slipway.Testing;

namespace Nuke.Conformance;

/// <summary>A target's line in the summary. <paramref name="Note"/> is what follows <c>//</c>.</summary>
sealed record SummaryRow(string Target, string Status, string Duration, string Note)
{
    public override string ToString() => Note.Length == 0 ? $"{Target} {Status}" : $"{Target} {Status} {Note}";
}

/// <summary>What a run of a sample said, as a reader sees it: colours and NUKE's special blanks are taken out.</summary>
sealed partial class SampleRun(CommandResult result)
{
    static readonly string[] Statuses = ["Succeeded", "Failed", "Skipped", "NotRun", "Aborted", "Collective"];

    public int ExitCode => result.ExitCode;

    public string Output { get; } = Plain(result.Output);

    public string Error { get; } = Plain(result.Error);

    public string All => Output + Error;

    public IReadOnlyList<string> Lines => Output.Split('\n');

    /// <summary>The targets that ran, in order, as the samples' actions say.</summary>
    public IReadOnlyList<string> Ran => After("ran:");

    /// <summary>The events that were raised, in order, as <c>OnTargetRunning:First</c>.</summary>
    public IReadOnlyList<string> Events => After("event:");

    /// <summary>The summary's rows in order, without head and total.</summary>
    public IReadOnlyList<SummaryRow> Summary => [.. Lines.Select(Row).OfType<SummaryRow>()];

    /// <summary>The summary's rows as "Target Status", with ": note" where there is one.</summary>
    public IReadOnlyList<string> Outcome => [.. Summary.Select(x => x.ToString())];

    /// <summary>What the sample told as <c>name=value</c>; fails when it did not.</summary>
    public string Value(string name)
    {
        var values = After($"{name}=");
        values.Should().NotBeEmpty("the build should have told {0}; it said:\n{1}", name, All);
        return values[^1];
    }

    IReadOnlyList<string> After(string prefix) =>
        [.. Lines.Where(x => x.StartsWith(prefix, StringComparison.Ordinal)).Select(x => x[prefix.Length..])];

    /// <summary>NUKE pads with no-break spaces and writes empty lines as a zero-width space.</summary>
    static string Plain(string text) =>
        Colour().Replace(text, "").Replace('\u00a0', ' ').Replace("\u200b", "", StringComparison.Ordinal);

    static SummaryRow? Row(string line)
    {
        var match = SummaryLine().Match(line);
        return match.Success && Statuses.Contains(match.Groups["status"].Value)
            ? new SummaryRow(
                match.Groups["target"].Value,
                match.Groups["status"].Value,
                match.Groups["duration"].Value.Trim(),
                match.Groups["note"].Value.Trim()
            )
            : null;
    }

    [GeneratedRegex(@"^(?<target>\w+) +(?<status>[A-Z]\w+)(?<duration>[^/]*)(// ?(?<note>.*))?$")]
    private static partial Regex SummaryLine();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();
}
