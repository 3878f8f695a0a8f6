using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Databases;

/// <summary>
/// The backups of one environment: files in its <c>backups/</c>, each with a manifest beside it. A file comes to be under
/// a name of its own; when it is whole and flushed its manifest is written, and then it gets its name: so a backup that
/// has its name is whole, and whatever else is there is what a crash has left.
/// </summary>
public sealed partial class BackupStore(EnvironmentDirectory environment, BackupPolicy policy, TimeProvider time)
{
    const string Ending = ".backup";

    public EnvironmentDirectory Environment => environment;

    /// <summary>What backups are dated by.</summary>
    public TimeProvider Time => time;

    /// <summary>Newest first.</summary>
    /// <exception cref="DeliveryException">A manifest is damaged.</exception>
    public IReadOnlyList<Backup> All() =>
        Directory.Exists(environment.Backups)
            ?
            [
                .. Directory
                    .EnumerateFiles(environment.Backups, "*" + Ending)
                    .Select(file => (File: file, Manifest: DurableFile.ReadJson<BackupManifest>(ManifestOf(file))))
                    .Where(found => found.Manifest is not null)
                    .Select(found => new Backup(found.File, found.Manifest!))
                    .OrderByDescending(backup => backup.Manifest.At)
                    .ThenByDescending(backup => backup.Name, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Where a new backup is written until it is whole. Nothing is created but the directory.</summary>
    /// <param name="version">Of the revision that writes it: part of the name, for a person.</param>
    public string Begin(DateTimeOffset at, string version)
    {
        environment.CreateDirectory(environment.Backups);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Unsafe().Replace(version, "-")}"
        );
        // Two within a second, or after a clock was set back: neither takes the other's place.
        var free = Enumerable
            .Range(1, int.MaxValue)
            .Select(number =>
                Path.Combine(environment.Backups, number == 1 ? name + Ending : $"{name}-{number}{Ending}")
            )
            .First(file => !File.Exists(file));
        return free + ".new";
    }

    /// <summary>Makes what was written at <paramref name="aside"/> a backup.</summary>
    /// <exception cref="IOException">The disk is full or broken; what is left is swept by the next run.</exception>
    public Backup Keep(string aside, BackupManifest manifest)
    {
        var file = aside[..^".new".Length];
        DurableFile.WriteJson(ManifestOf(file), manifest, environment.Disk);
        environment.Disk.Replace(aside, file);
        environment.Disk.FlushDirectory(environment.Backups);
        return new Backup(file, manifest);
    }

    /// <summary>Removes what a crash has left: files on their way, and manifests whose file never came.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(environment.Backups))
            return;
        foreach (var file in Directory.EnumerateFiles(environment.Backups).Where(IsLeft).ToList())
            environment.Disk.Delete(file);
    }

    /// <summary>Removes the backups that have had their time, and answers them.</summary>
    public IReadOnlyList<Backup> Expire(DateTimeOffset now, DateTimeOffset? inFlightSince)
    {
        var expired = Retention.Expired(All(), policy, now, inFlightSince);
        foreach (var backup in expired)
        {
            // The file first: a manifest without one is what a crash may leave here.
            environment.Disk.Delete(backup.File);
            environment.Disk.Delete(ManifestOf(backup.File));
        }

        return expired;
    }

    /// <summary>
    /// <c>last</c>, the name of a backup here, or the path of any file, which then may have no manifest.
    /// </summary>
    /// <exception cref="DeliveryException">There is no such file; the message lists what there is.</exception>
    public (string File, BackupManifest? Manifest) Find(string named)
    {
        var all = All();
        if (named is "last")
            return all is [var newest, ..] ? (newest.File, newest.Manifest) : throw None(named, all);
        var here = Path.Combine(environment.Backups, named);
        var file = File.Exists(here) ? here : Path.GetFullPath(named);
        return File.Exists(file)
            ? (file, DurableFile.ReadJson<BackupManifest>(ManifestOf(file)))
            : throw None(named, all);
    }

    /// <summary>Proves that the file is the one that was written.</summary>
    /// <exception cref="DeliveryException">It is not.</exception>
    public static async Task VerifyAsync(string file, BackupManifest manifest, CancellationToken cancellation)
    {
        var (size, sha256) = await MeasureAsync(file, cancellation);
        if (size != manifest.Size || !string.Equals(sha256, manifest.Sha256, StringComparison.Ordinal))
        {
            throw new DeliveryException(
                $"{file} is not the backup that was written: it has {size} bytes and SHA-256 {sha256} instead of "
                    + $"{manifest.Size} and {manifest.Sha256}. Take another one."
            );
        }
    }

    /// <summary>Bytes and SHA-256 of a file.</summary>
    public static async Task<(long Size, string Sha256)> MeasureAsync(string file, CancellationToken cancellation)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1 << 16,
            useAsync: true
        );
        var hash = await SHA256.HashDataAsync(stream, cancellation);
        return (stream.Length, Convert.ToHexStringLower(hash));
    }

    DeliveryException None(string named, IReadOnlyList<Backup> all)
    {
        var what = named is "last" ? $"{environment.Name} has no backup." : $"There is no backup {named}.";
        return new DeliveryException(
            all.Count == 0
                ? $"{what} Make one: ./build.sh Backup --environment {environment.Name}"
                : $"{what} There are: {string.Join(", ", all.Select(backup => backup.Name))}."
        );
    }

    static bool IsLeft(string file)
    {
        var name = Path.GetFileName(file);
        var isOnItsWay =
            name.Contains(Ending + ".", StringComparison.Ordinal)
            || name.EndsWith(".json.new", StringComparison.Ordinal);
        var isAlone =
            name.EndsWith(".json", StringComparison.Ordinal) && !File.Exists(Path.ChangeExtension(file, Ending));
        return isOnItsWay || isAlone;
    }

    static string ManifestOf(string file) => Path.ChangeExtension(file, ".json");

    [GeneratedRegex("[^A-Za-z0-9.-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsafe();
}
