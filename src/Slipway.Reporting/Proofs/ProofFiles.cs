using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Reporting.Proofs;

/// <summary>The proofs of a run as files: <c>proof-&lt;name&gt;.json</c>, one for each.</summary>
public static class ProofFiles
{
    public const string Pattern = "proof-*.json";

    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the record; one of the same name is replaced as a whole.</summary>
    /// <exception cref="IOException">The disk is full, or the directory cannot be written.</exception>
    public static void Write(ProofRecord proof, string directory)
    {
        ArgumentNullException.ThrowIfNull(proof);
        WholeFile.Write(
            Path.Combine(directory, $"proof-{proof.Name}.json"),
            JsonSerializer.Serialize(proof, s_options) + "\n"
        );
    }

    /// <summary>The proofs of a directory, oldest first; none where it does not exist.</summary>
    /// <exception cref="IOException">A file is not what <see cref="Write"/> writes.</exception>
    public static IReadOnlyList<ProofRecord> Read(string directory) =>
        Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, Pattern).Select(ReadOne).OrderBy(proof => proof.Started)]
            : [];

    static ProofRecord ReadOne(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ProofRecord>(File.ReadAllText(path), s_options)
                ?? throw new JsonException("It is empty.");
        }
        catch (JsonException damaged)
        {
            throw new IOException($"{path} is no proof: {damaged.Message} Remove it, or run the proof again.", damaged);
        }
    }
}
