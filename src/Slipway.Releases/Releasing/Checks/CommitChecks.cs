using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Releases;

/// <summary>One thing that was judged on a commit.</summary>
/// <param name="Answer"><see cref="CheckAnswer.Passed"/>, <see cref="CheckAnswer.NotChecked"/> or <see cref="CheckAnswer.Failed"/>.</param>
public sealed record KeptCheck(string Name, CheckAnswer Answer, string Detail, DateTimeOffset At)
{
    /// <summary>The version that was judged; null: none was, or an older build has not said which.</summary>
    public string? Version { get; init; }
}

/// <summary>
/// What was judged on one commit, over several runs of the build: files named by the commit, so that no result is ever
/// taken for that of another one.
/// </summary>
public sealed record CommitChecks(string Commit, IReadOnlyList<KeptCheck> Checks)
{
    const int CurrentFormat = 1;

    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The latest judgment of each name counts.</summary>
    public CommitChecks With(IReadOnlyCollection<KeptCheck> later) =>
        this with
        {
            Checks =
            [
                .. Checks.Where(check => !later.Any(other => other.Name.Is(check.Name))),
                .. later.GroupBy(check => check.Name, StringComparer.Ordinal).Select(same => same.Last()),
            ],
        };

    public KeptCheck? Find(string name) => Checks.FirstOrDefault(check => check.Name.Is(name));

    /// <param name="part">What ran, where several machines judge one commit; null: all of it here.</param>
    public static string FileOf(string directory, string commit, string? part = null) =>
        Path.Combine(directory, part is null ? $"{commit}.json" : $"{commit}.{part}.json");

    /// <summary>
    /// All parts together. Empty when nothing was judged, or what lies there is not what this program writes.
    /// </summary>
    public static CommitChecks Read(string directory, string commit)
    {
        if (!Directory.Exists(directory))
            return new CommitChecks(commit, []);
        var parts = Directory
            .EnumerateFiles(directory, $"{commit}*.json")
            .SelectMany(file => ReadFile(file, commit).Checks)
            .OrderBy(check => check.At);
        return new CommitChecks(commit, []).With([.. parts]);
    }

    /// <inheritdoc cref="FileOf"/>
    public static CommitChecks ReadPart(string directory, string commit, string? part) =>
        ReadFile(FileOf(directory, commit, part), commit);

    static CommitChecks ReadFile(string file, string commit)
    {
        var empty = new CommitChecks(commit, []);
        try
        {
            var read = JsonSerializer.Deserialize<CommitChecks>(File.ReadAllBytes(file), s_options);
            return read is { Format: CurrentFormat, Checks: not null } && read.Commit.Is(commit) ? read : empty;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return empty;
        }
    }

    /// <exception cref="IOException">The disk is full or broken; an older file is whole.</exception>
    public void Write(string directory, string? part = null)
    {
        Directory.CreateDirectory(directory);
        var file = FileOf(directory, Commit, part);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this, s_options));
        File.Move(file + ".new", file, overwrite: true);
    }
}
