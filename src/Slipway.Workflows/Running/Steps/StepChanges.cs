using System.Collections.Immutable;
using System.Globalization;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Takes from a step's files what it changed; what is wrong in them is logged and fails the step.</summary>
sealed class StepChanges(StepFiles files, IStepLog log)
{
    /// <summary>GitHub's limit for a step's summary.</summary>
    const int MaximalSummary = 1024 * 1024;

    /// <summary>Something in the files is wrong.</summary>
    public bool HasFailed { get; private set; }

    public ValueMap<string> Map(string variable, IEnumerable<KeyValuePair<string, string>> before)
    {
        var last = new OrderedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in before.Concat(Entries(variable)))
            last[name] = value;
        return ValueMap.From(last.Select(entry => new Entry<string>(entry.Key, entry.Value)));
    }

    public ImmutableSortedDictionary<string, string> Environment()
    {
        var entries = Entries("GITHUB_ENV")
            .ToLookup(entry => entry.Key.Equals("NODE_OPTIONS", StringComparison.OrdinalIgnoreCase));
        foreach (var (name, _) in entries[true])
            log.Write(new LogLine(LogKind.Error, $"{name} cannot be set through GITHUB_ENV, as on GitHub."));
        return StepEnvironment.Empty.SetItems(entries[false]);
    }

    /// <summary>The last one written is searched first.</summary>
    public ImmutableList<string> Path() =>
        [
            .. files
                .Read("GITHUB_PATH")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Reverse()
                .Distinct(StringComparer.Ordinal),
        ];

    public string Summary()
    {
        var summary = files.Read("GITHUB_STEP_SUMMARY");
        if (summary.Length <= MaximalSummary)
            return summary;
        log.Write(
            new LogLine(
                LogKind.Error,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"GITHUB_STEP_SUMMARY is left out: it may have 1024 KiB, and has {summary.Length / 1024}."
                )
            )
        );
        return "";
    }

    IReadOnlyList<KeyValuePair<string, string>> Entries(string variable)
    {
        var (entries, problem) = KeyValueFile.Read(files.Read(variable), variable);
        if (problem is not null)
        {
            HasFailed = true;
            log.Write(new LogLine(LogKind.Error, problem));
        }
        return entries;
    }
}
