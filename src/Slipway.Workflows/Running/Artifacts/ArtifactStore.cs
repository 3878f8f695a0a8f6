using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipway.Workflows.Running.Artifacts;

/// <summary>
/// The artifacts of one run, by content: <c>blobs/&lt;sha256&gt;</c> and a list of files for each name. What is read is
/// checked against its digest. Safe for jobs that run at the same time.
/// </summary>
public sealed partial class ArtifactStore(string directory)
{
    static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    readonly Lock _lock = new();

    string Blobs => Path.Combine(directory, "blobs");

    string Names => Path.Combine(directory, "names");

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    /// <param name="files">Path in the artifact, and the file that it is taken from.</param>
    /// <param name="replaces">An artifact of that name that is there already is replaced; else it is an error.</param>
    /// <exception cref="StepException">The name is no name, or it is taken.</exception>
    public Artifact Put(string name, IEnumerable<(string Path, string Source)> files, bool replaces)
    {
        CheckName(name);
        var artifact = new Artifact(
            name,
            [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => Keep(file.Path, file.Source))]
        );
        lock (_lock)
        {
            if (!replaces && File.Exists(ListOf(name)))
            {
                throw new StepException(
                    $"An artifact '{name}' is there already: give each job of a matrix a name of its own, or set `overwrite: true`."
                );
            }
            Directory.CreateDirectory(Names);
            AsideFile.Write(ListOf(name), JsonSerializer.SerializeToUtf8Bytes(artifact.Files, Format));
        }
        return artifact;
    }

    /// <summary>Null when there is none.</summary>
    /// <exception cref="StepException">Its list is damaged.</exception>
    public Artifact? Find(string name)
    {
        try
        {
            var files = JsonSerializer.Deserialize<ArtifactFile[]>(File.ReadAllBytes(ListOf(name)));
            return new Artifact(name, files ?? []);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException failure)
        {
            throw new StepException($"The list of the artifact '{name}' is damaged: {ListOf(name)}", failure);
        }
    }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<string> All() =>
        Directory.Exists(Names)
            ?
            [
                .. Directory
                    .EnumerateFiles(Names, "*.json")
                    .Select(file => Path.GetFileNameWithoutExtension(file)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Writes an artifact's files below a directory, over what is there.</summary>
    /// <exception cref="StepException">A file is not what was put in.</exception>
    public void Take(Artifact artifact, string target)
    {
        foreach (var file in artifact.Files)
        {
            var path = Path.GetFullPath(file.Path, target);
            if (!path.StartsWith(Path.GetFullPath(target) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new StepException($"The artifact '{artifact.Name}' names a file outside of it: {file.Path}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Copy(artifact, file, path);
        }
    }

    void Copy(Artifact artifact, ArtifactFile file, string path)
    {
        try
        {
            using var source = File.OpenRead(Path.Combine(Blobs, file.Digest));
            if (File.Exists(path))
                File.Delete(path);
            using var copy = File.Create(path);
            var digest = CopyHashed(source, copy);
            if (!string.Equals(digest, file.Digest, StringComparison.Ordinal))
                throw Damaged(artifact, file, $"its SHA-256 is {digest}, and {file.Digest} was put in");
        }
        catch (FileNotFoundException failure)
        {
            throw Damaged(artifact, file, failure.Message);
        }
    }

    static StepException Damaged(Artifact artifact, ArtifactFile file, string why) =>
        new($"{file.Path} of the artifact '{artifact.Name}' is damaged: {why}. Run the workflow again.");

    ArtifactFile Keep(string path, string source)
    {
        Directory.CreateDirectory(Blobs);
        using var from = File.OpenRead(source);
        using var aside = new AsideFile(Path.Combine(Blobs, "new"));
        var digest = CopyHashed(from, aside.Stream);
        var size = aside.Stream.Length;
        aside.Commit(Path.Combine(Blobs, digest));
        return new ArtifactFile(path, digest, size);
    }

    static string CopyHashed(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (from.Read(buffer) is var count and > 0)
        {
            hash.AppendData(buffer, 0, count);
            to.Write(buffer, 0, count);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    string ListOf(string name) => Path.Combine(Names, $"{name}.json");

    /// <summary>As actions/toolkit, artifact/src/internal/upload/path-and-artifact-name-validation.ts.</summary>
    static void CheckName(string name)
    {
        if (name.Length == 0 || Forbidden().IsMatch(name))
            throw new StepException(
                $"'{name}' is no name of an artifact: it may not be empty, nor hold \" : < > | * ? \\ / or a line break."
            );
    }

    [GeneratedRegex("""["<>|*?\\/:\r\n]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forbidden();
}
