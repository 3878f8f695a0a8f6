using System.Text.Json;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What a run that waits for a person has done already.</summary>
/// <param name="Jobs">Those that succeeded.</param>
sealed record UnfinishedRun(
    string Commit,
    string Event,
    IReadOnlyDictionary<string, string> Inputs,
    IReadOnlyList<JobReport> Jobs
)
{
    public bool IsOf(string commit, string started, IReadOnlyDictionary<string, string> inputs) =>
        string.Equals(Commit, commit, StringComparison.Ordinal)
        && string.Equals(Event, started, StringComparison.Ordinal)
        && Inputs.Count == inputs.Count
        && Inputs.All(input =>
            inputs.TryGetValue(input.Key, out var value) && string.Equals(value, input.Value, StringComparison.Ordinal)
        );
}

/// <summary>
/// What runs of one workflow remember: how long its jobs took, and how far one that waits has come. A file that cannot be
/// read, or is from another version, is as none.
/// </summary>
sealed class RunMemory(string directory, string workflow)
{
    static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    string Durations => Path.Combine(directory, $"{workflow}.durations.json");

    string Unfinished => Path.Combine(directory, $"{workflow}.unfinished.json");

    /// <summary>Seconds, by the job's id.</summary>
    public IReadOnlyDictionary<string, double> ReadDurations() =>
        Read<Dictionary<string, double>>(Durations) ?? new Dictionary<string, double>(StringComparer.Ordinal);

    public void WriteDurations(IEnumerable<KeyValuePair<string, double>> measured)
    {
        var all = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (job, seconds) in ReadDurations().Concat(measured))
            all[job] = seconds;
        Write(Durations, all);
    }

    public UnfinishedRun? ReadUnfinished() => Read<UnfinishedRun>(Unfinished);

    public void WriteUnfinished(UnfinishedRun run) => Write(Unfinished, run);

    public void ForgetUnfinished() => File.Delete(Unfinished);

    static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path));
        }
        catch (Exception none)
            when (none is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    void Write<T>(string path, T value)
    {
        Directory.CreateDirectory(directory);
        AsideFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(value, Format));
    }
}
