namespace Slipway.Workflows.Caching.Store;

/// <summary>Keeps a store within its bound.</summary>
static class Eviction
{
    /// <summary>A file without an entry may be one whose entry another build is about to write.</summary>
    static readonly TimeSpan UnderWay = TimeSpan.FromHours(1);

    public static void Run(CacheStore store, long bound, DateTimeOffset now)
    {
        try
        {
            Sweep(store.Root, now);
            var entries = Files(store.EntriesDirectory).OrderByDescending(file => file.LastWriteTimeUtc).ToList();
            var packs = Files(store.PacksDirectory).ToDictionary(file => file.Name, StringComparer.Ordinal);
            var used = new HashSet<string>(StringComparer.Ordinal);
            long size = 0;
            foreach (var file in entries)
            {
                var entry = CheckedFile.Read(file.FullName, EntryCodec.Signature, EntryCodec.Read);
                var pack = entry is null ? null : packs.GetValueOrDefault(entry.Pack);
                var added = file.Length + (pack is null || used.Contains(pack.Name) ? 0 : pack.Length);
                if (entry is null || (size + added > bound && size > 0))
                {
                    Delete(file);
                    continue;
                }

                size += added;
                if (pack is not null)
                    used.Add(pack.Name);
            }

            foreach (var pack in packs.Values.Where(pack => !used.Contains(pack.Name) && IsOld(pack, now)))
                Delete(pack);
        }
        catch (Exception failure) when (CheckedFile.IsOfTheDisk(failure))
        {
            // Another build trims as well, or the directory cannot be listed: the next one tries again.
        }
    }

    static void Sweep(string root, DateTimeOffset now)
    {
        if (!Directory.Exists(root))
            return;
        foreach (
            var file in new DirectoryInfo(root).EnumerateFiles($"*{AsideFile.Suffix}", SearchOption.AllDirectories)
        )
        {
            if (IsOld(file, now))
                Delete(file);
        }
    }

    static bool IsOld(FileInfo file, DateTimeOffset now) => now.UtcDateTime - file.LastWriteTimeUtc > UnderWay;

    static FileInfo[] Files(string directory) =>
        Directory.Exists(directory)
            ?
            [
                .. new DirectoryInfo(directory)
                    .EnumerateFiles()
                    .Where(file => !file.Name.EndsWith(AsideFile.Suffix, StringComparison.Ordinal)),
            ]
            : [];

    static void Delete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception failure) when (CheckedFile.IsOfTheDisk(failure))
        {
            // It is tried again the next time.
        }
    }
}
