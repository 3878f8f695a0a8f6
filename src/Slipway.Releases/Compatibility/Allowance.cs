using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Releases.Compatibility;

/// <summary>
/// A version that says less than its changes, and why that is allowed: written by <c>ValidateVersion --allow</c>, and
/// stated by the release's notes.
/// </summary>
/// <param name="Commit">Whose changes they are: it holds for no other commit.</param>
/// <param name="Last">The last release.</param>
/// <param name="Least">The version that the changes would need.</param>
/// <param name="Unsaid">What the version does not say.</param>
public sealed record Allowance(
    string Commit,
    string Version,
    string Last,
    string Least,
    string Reason,
    IReadOnlyList<Finding> Unsaid
)
{
    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter<Bump>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Where a commit's is: no run on another commit can take it away.</summary>
    public static string FileOf(string directory, string commit) => Path.Combine(directory, $"{commit}.json");

    /// <summary>Writes it aside, flushes and renames; an older one of the commit is replaced.</summary>
    /// <exception cref="ReleaseException">It cannot be written.</exception>
    public Task WriteAsync(string directory, CancellationToken cancellationToken = default) =>
        ReleaseFile.WriteAsync(
            FileOf(directory, Commit),
            JsonSerializer.SerializeToUtf8Bytes(this, s_options),
            cancellationToken
        );

    /// <summary>Takes back what was allowed for a commit: its version says enough.</summary>
    public static void Withdraw(string directory, string commit)
    {
        if (Directory.Exists(directory))
            File.Delete(FileOf(directory, commit));
    }

    /// <param name="commit">The commit that is released.</param>
    /// <param name="version">The version that it is released as.</param>
    /// <returns>Null: nothing was allowed for that commit and version.</returns>
    /// <exception cref="ReleaseException">The file is not what <see cref="WriteAsync"/> writes.</exception>
    public static async Task<Allowance?> ReadAsync(
        string directory,
        string commit,
        SemanticVersion version,
        CancellationToken cancellationToken = default
    )
    {
        var path = FileOf(directory, commit);
        if (!File.Exists(path))
            return null;
        try
        {
            await using var file = File.OpenRead(path);
            var allowance = await JsonSerializer.DeserializeAsync<Allowance>(file, s_options, cancellationToken);
            return allowance is not null && allowance.Commit.Is(commit) && allowance.Version.Is(version.ToString())
                ? allowance
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw new ReleaseException(
                $"{path} is not what ValidateVersion --allow writes: {exception.Message} Remove it and run that again.",
                exception
            );
        }
    }
}
