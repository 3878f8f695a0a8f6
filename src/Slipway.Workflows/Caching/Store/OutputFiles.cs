using System.Security.Cryptography;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Caching.Store;

/// <summary>What a target leaves in a checkout: taken into the store, compared with it, put back from it.</summary>
/// <param name="kept">What is put back.</param>
/// <param name="left">What is looked for where it was left.</param>
/// <param name="namesRoot">Those of the kept files that name the root's path: it is another one in another checkout.</param>
public sealed class OutputFiles(string root, PathPatterns kept, PathPatterns left, PathPatterns namesRoot)
{
    readonly string _root = Path.GetFullPath(root);

    /// <summary>Puts what the target left into the store.</summary>
    /// <returns>The entry with its files.</returns>
    /// <exception cref="IOException">The disk is full or failing, or a file went away meanwhile.</exception>
    public CacheEntry Take(CacheEntry entry, CacheStore store)
    {
        var files = new List<KeptFile>();
        var found = Under(kept).ToList();
        var hash = "";
        if (found.Count > 0)
        {
            using var pack = store.NewPack();
            foreach (var path in found)
                files.Add(Append(pack.Stream, path));
            pack.Stream.Position = 0;
            hash = Convert.ToHexStringLower(SHA256.HashData(pack.Stream));
            // Over one that is there already, for that one may be damaged.
            pack.Commit(store.PackFile(hash));
        }

        return entry with
        {
            Kept = files,
            Pack = hash,
            Left = [.. Under(left).Select(path => new LeftFile(path, StampOf(path)))],
        };
    }

    /// <summary>Makes the checkout hold what the entry's target left, where it does not.</summary>
    /// <returns>Null: it does now; else what is in the way, for a person.</returns>
    public string? Restore(CacheEntry entry, CacheStore store, FileHashes hashes)
    {
        try
        {
            if (LeftDifferently(entry) is { } other)
                return other;
            var wanted = entry.Kept.ToDictionary(file => file.Path, StringComparer.Ordinal);
            var surplus = Under(kept).Where(path => !wanted.ContainsKey(path)).ToList();
            var missing = entry.Kept.Where(file => !IsThere(file, hashes)).ToList();
            if (missing.Count > 0)
                PutBack(missing, entry, store);
            foreach (var path in surplus)
                File.Delete(Full(path));
            return null;
        }
        catch (Exception failure) when (CheckedFile.IsOfTheDisk(failure) || failure is CacheUnavailableException)
        {
            return $"what it left cannot be put back ({failure.Message})";
        }
    }

    string? LeftDifferently(CacheEntry entry)
    {
        if (left.Texts.Count == 0)
            return null;
        if (entry.Left.Count == 0)
            return "what it left is not known here";
        var wanted = entry.Left.ToDictionary(file => file.Path, file => file.Stamp, StringComparer.Ordinal);
        foreach (var path in Under(left))
        {
            if (!wanted.Remove(path, out var stamp))
                return $"{path} was added to what it left";
            if (FileStamp.Of(Full(path)) != stamp)
                return $"{path} is not as it left it";
        }

        return wanted.Keys.FirstOrDefault() is { } gone ? $"{gone}, which it left, is gone" : null;
    }

    bool IsThere(KeptFile file, FileHashes hashes)
    {
        if (!file.NamesRoot)
            return file.Value.Equals(hashes.Of(Full(file.Path)), StringComparison.Ordinal);
        var value = hashes.OfForm(
            Full(file.Path),
            $"without {_root}",
            content => RootMark.Set(content, _root) is { } marked ? ValueOf(marked) : "has the mark itself"
        );
        return file.Value.Equals(value, StringComparison.Ordinal);
    }

    KeptFile Append(FileStream pack, string path)
    {
        var offset = pack.Position;
        var full = Full(path);
        if (namesRoot.Match(path) && RootMark.Set(File.ReadAllBytes(full), _root) is { } content)
        {
            pack.Write(content);
            return new KeptFile(path, ValueOf(content), offset, content.Length, NamesRoot: true);
        }

        var kind = FileStamp.Of(full)?.Kind ?? FileKind.Regular;
        if (kind is not (FileKind.Regular or FileKind.Executable))
            throw new IOException($"{path} is no file that can be kept.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var source = File.OpenRead(full))
            Copy(source, source.Length, pack, hash);
        var name = kind is FileKind.Executable ? "executable" : "file";
        return new KeptFile(
            path,
            $"{name} {Convert.ToHexStringLower(hash.GetHashAndReset())}",
            offset,
            pack.Position - offset,
            NamesRoot: false
        );
    }

    /// <summary>All of them are whole before the first one gets its name.</summary>
    void PutBack(List<KeptFile> files, CacheEntry entry, CacheStore store)
    {
        using var pack = store.OpenPack(entry);
        var aside = new List<(AsideFile File, string Path)>();
        try
        {
            foreach (var file in files)
            {
                var path = Full(file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var copy = new AsideFile(path);
                aside.Add((copy, path));
                PutBack(file, pack, copy.Stream);
            }

            foreach (var (file, path) in aside)
                file.Commit(path);
        }
        catch (EndOfStreamException)
        {
            store.Forget(entry.Key);
            throw;
        }
        finally
        {
            aside.ForEach(file => file.File.Dispose());
        }
    }

    void PutBack(KeptFile file, FileStream pack, FileStream target)
    {
        pack.Position = file.Offset;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (file.NamesRoot)
        {
            var content = new byte[file.Length];
            pack.ReadExactly(content);
            hash.AppendData(content);
            target.Write(RootMark.Replace(content, _root));
        }
        else
        {
            Copy(pack, file.Length, target, hash);
        }

        if (!file.Value.EndsWith(Convert.ToHexStringLower(hash.GetHashAndReset()), StringComparison.Ordinal))
            throw new EndOfStreamException($"{file.Path} is damaged in the cache");
        if (!OperatingSystem.IsWindows() && file.Value.StartsWith("executable", StringComparison.Ordinal))
            File.SetUnixFileMode(target.SafeFileHandle, File.GetUnixFileMode(target.SafeFileHandle) | Executable);
    }

    const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    static void Copy(Stream source, long length, Stream target, IncrementalHash hash)
    {
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var count = source.Read(buffer, 0, (int)Math.Min(length, buffer.Length));
            if (count == 0)
                throw new EndOfStreamException("It is shorter than it was.");
            hash.AppendData(buffer, 0, count);
            target.Write(buffer, 0, count);
            length -= count;
        }
    }

    FileStamp StampOf(string path) =>
        FileStamp.Of(Full(path)) ?? throw new IOException("This system does not tell when a file was changed.");

    /// <summary>The files on disk that match, in ordinal order.</summary>
    IEnumerable<string> Under(PathPatterns patterns) =>
        patterns
            .Directories.Distinct(StringComparer.Ordinal)
            .Select(Full)
            .Where(Directory.Exists)
            .SelectMany(directory => Directory.EnumerateFiles(directory, "*", s_all))
            .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
            .Where(path => patterns.Match(path) && !path.EndsWith(AsideFile.Suffix, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    static readonly EnumerationOptions s_all = new()
    {
        AttributesToSkip = FileAttributes.None,
        RecurseSubdirectories = true,
    };

    string Full(string path) => path.Length == 0 ? _root : Path.Combine(_root, path);

    static string ValueOf(byte[] content) => $"file {Convert.ToHexStringLower(SHA256.HashData(content))}";
}
