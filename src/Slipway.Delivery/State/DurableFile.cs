using System.Text.Json;

namespace Slipway.Delivery.State;

/// <summary>Files that matter: written aside, flushed, renamed, so that a reader sees the old one or the new one.</summary>
public static class DurableFile
{
    /// <summary>The <c>format</c> of every state file but plans and journals, which have their own.</summary>
    public const int CurrentFormat = 1;

    /// <summary>
    /// Replaces <paramref name="path"/> with <paramref name="content"/>. When it throws, the old file is whole.
    /// </summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, IDisk disk)
    {
        var aside = path + ".new";
        try
        {
            disk.WriteFlushed(aside, content);
            disk.Replace(aside, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Discard(aside, disk);
            throw new IOException($"{path} could not be written; the old one is unchanged. {failure.Message}", failure);
        }

        disk.FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Writes canonical JSON.</summary>
    public static void WriteJson<T>(string path, T value, IDisk disk) => Write(path, CanonicalJson.Write(value), disk);

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="DeliveryException">The file is not what Slipway writes.</exception>
    public static T? ReadJson<T>(string path)
        where T : class
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            var format = CanonicalJson.FormatOf(content);
            return format <= CurrentFormat
                ? CanonicalJson.Read<T>(content)
                : throw new DeliveryException(
                    $"{path} was written by a newer Slipway (format {format}). Update this one."
                );
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new DeliveryException(
                $"{path} is damaged: {failure.Message} Restore it, or remove it by hand.",
                failure
            );
        }
    }

    static void Discard(string path, IDisk disk)
    {
        try
        {
            disk.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What is left aside is overwritten by the next write; the failure that matters is already on its way.
        }
    }
}
