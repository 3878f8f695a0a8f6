using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Releases;

namespace Slipway.Components.Changelogs;

static class ReportJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T report) => JsonSerializer.Serialize(report, Options);
}

/// <summary>The changelog for a program.</summary>
/// <param name="LastVersion">Null: nothing is released yet.</param>
/// <param name="Unreleased">Category and entries, in the order of the log.</param>
sealed record ChangelogReport(
    IReadOnlyList<ChangelogFinding> Findings,
    string? LastVersion,
    string NextVersion,
    IReadOnlyList<CategoryReport> Unreleased
)
{
    public static ChangelogReport Of(Changelog log, IReadOnlyList<ChangelogFinding> findings, string next) =>
        new(
            findings,
            log.Sections.FirstOrDefault(section => section.Version is not null)?.Version?.ToString(),
            next,
            [
                .. (log.Unreleased?.Categories ?? []).Select(category => new CategoryReport(
                    category.Name,
                    category.Entries
                )),
            ]
        );

    public string ToJson() => ReportJson.Write(this);
}

sealed record CategoryReport(string Category, IReadOnlyList<string> Entries);

/// <summary>A draft for a program.</summary>
/// <param name="WhyNotAsked"><inheritdoc cref="ChangelogDraft.WhyNotAsked" path="/summary/node()"/></param>
sealed record DraftReport(
    string? Since,
    string File,
    IReadOnlyList<DraftEntry> Entries,
    IReadOnlyList<NotUnderstoodReport> NotUnderstood,
    IReadOnlyDictionary<string, int> LeftOut,
    int Cancelled,
    int AlreadyThere,
    string? WhyNotAsked
)
{
    public static DraftReport Of(ChangelogDraft draft, string file) =>
        new(
            draft.Since,
            file,
            draft.Entries,
            [.. draft.NotUnderstood.Select(commit => new NotUnderstoodReport(commit.Sha, commit.Subject))],
            draft.LeftOut,
            draft.Cancelled,
            draft.AlreadyThere,
            draft.WhyNotAsked
        );

    public string ToJson() => ReportJson.Write(this);
}

sealed record NotUnderstoodReport(string Commit, string Subject);

sealed record WholeReport(string File, int Commits, int Releases, int Entries, int NotUnderstood)
{
    public static WholeReport Of(WholeChangelog whole, string file) =>
        new(file, whole.Commits, whole.Releases, whole.Entries, whole.NotUnderstood);

    public string ToJson() => ReportJson.Write(this);
}
