using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Releases;

/// <summary>One thing that was judged on a commit.</summary>
/// <param name="Answer"><see cref="CheckAnswer.Passed"/>, <see cref="CheckAnswer.NotChecked"/> or <see cref="CheckAnswer.Failed"/>.</param>
public sealed record KeptCheck(string Name, CheckAnswer Answer, string Detail, DateTimeOffset At);

/// <summary>
/// What was judged on one commit, over several runs of the build: a file named by the commit, so that no result is ever
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

    public static string FileOf(string directory, string commit) => Path.Combine(directory, $"{commit}.json");

    /// <summary>Empty when nothing was judged, or what lies there is not what this program writes.</summary>
    public static CommitChecks Read(string directory, string commit)
    {
        var empty = new CommitChecks(commit, []);
        try
        {
            var read = JsonSerializer.Deserialize<CommitChecks>(
                File.ReadAllBytes(FileOf(directory, commit)),
                s_options
            );
            return read is { Format: CurrentFormat, Checks: not null } && read.Commit.Is(commit) ? read : empty;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return empty;
        }
    }

    /// <exception cref="IOException">The disk is full or broken; an older file is whole.</exception>
    public void Write(string directory)
    {
        Directory.CreateDirectory(directory);
        var file = FileOf(directory, Commit);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this, s_options));
        File.Move(file + ".new", file, overwrite: true);
    }
}
