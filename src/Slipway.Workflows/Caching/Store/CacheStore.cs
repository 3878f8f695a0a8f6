using Slipway.Workflows.Caching.Keys;

namespace Slipway.Workflows.Caching.Store;

/// <summary>
/// Results by their keys, and what they left by its hash, in a directory that any number of builds share. Nothing in it is
/// ever changed, so nobody waits for anybody; what is missing, damaged, or of another version is not there.
/// </summary>
/// <param name="bound">So many bytes are kept; beyond it, what was used longest ago goes.</param>
public sealed class CacheStore(string directory, TimeProvider time, long bound = CacheStore.DefaultBound)
{
    /// <summary>1 GiB.</summary>
    public const long DefaultBound = 1L << 30;

    const string LastSignature = "slipway ingredients 1";

    public string Root { get; } = Path.GetFullPath(directory);

    internal string EntriesDirectory => Path.Combine(Root, "results");

    internal string PacksDirectory => Path.Combine(Root, "packs");

    /// <summary>The file in which a checkout's hashes are remembered.</summary>
    public string HashesOf(string checkout) =>
        Path.Combine(Root, "hashes", CacheKey.Of([new(IngredientKind.Definition, "checkout", checkout)]).Text[..16]);

    /// <returns>Null: there is none.</returns>
    public CacheEntry? Find(CacheKey key, string target)
    {
        var path = EntryFile(key);
        var entry = CheckedFile.Read(path, EntryCodec.Signature, EntryCodec.Read);
        if (entry is null || entry.Key != key || !entry.Target.Equals(target, StringComparison.Ordinal))
            return null;
        Touch(path);
        return entry;
    }

    /// <summary>The entry's files, whole or not: each is judged by its hash as it is taken out.</summary>
    /// <exception cref="IOException">It is gone.</exception>
    internal FileStream OpenPack(CacheEntry entry)
    {
        var path = PackFile(entry.Pack);
        Touch(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Keeps an entry, its pack being there, and what its key was made of.</summary>
    /// <returns>Null: it is kept; else why not.</returns>
    public string? Keep(CacheEntry entry, IReadOnlyCollection<Ingredient> ingredients) =>
        CheckedFile.TryWrite(EntryFile(entry.Key), EntryCodec.Signature, writer => EntryCodec.Write(writer, entry))
        ?? CheckedFile.TryWrite(
            LastFile(entry.Target),
            LastSignature,
            writer =>
            {
                writer.Write(ingredients.Count);
                foreach (var (kind, name, value) in ingredients)
                {
                    writer.Write((int)kind);
                    writer.Write(name);
                    writer.Write(value);
                }
            }
        );

    /// <summary>An entry that turned out to be of no use.</summary>
    public void Forget(CacheKey key)
    {
        try
        {
            File.Delete(EntryFile(key));
        }
        catch (Exception failure) when (CheckedFile.IsOfTheDisk(failure))
        {
            // It is found useless again.
        }
    }

    /// <summary>What the target's last entry was made from; null: not known.</summary>
    public IReadOnlyList<Ingredient>? Last(string target) =>
        CheckedFile.Read(
            LastFile(target),
            LastSignature,
            reader =>
            {
                var count = reader.ReadInt32();
                var found = new List<Ingredient>();
                for (var i = 0; i < count; i++)
                    found.Add(
                        new Ingredient((IngredientKind)reader.ReadInt32(), reader.ReadString(), reader.ReadString())
                    );
                return found;
            }
        );

    /// <summary>Removes what lies beyond the bound, and what killed builds have left.</summary>
    public void Trim() => Eviction.Run(this, bound, time.GetUtcNow());

    internal AsideFile NewPack()
    {
        Directory.CreateDirectory(PacksDirectory);
        return new AsideFile(Path.Combine(PacksDirectory, "new"));
    }

    internal string PackFile(string hash) => Path.Combine(PacksDirectory, hash);

    string EntryFile(CacheKey key) => Path.Combine(EntriesDirectory, key.Text);

    string LastFile(string target) => Path.Combine(Root, "last", target);

    /// <summary>When it was used last decides what goes first; to the hour is enough.</summary>
    void Touch(string path)
    {
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (now - File.GetLastWriteTimeUtc(path) > TimeSpan.FromHours(1))
                File.SetLastWriteTimeUtc(path, now);
        }
        catch (Exception failure) when (CheckedFile.IsOfTheDisk(failure))
        {
            // A cache that may only be read is a cache.
        }
    }
}
