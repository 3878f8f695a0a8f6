using System.Text;

namespace Slipway.Releases;

/// <summary>
/// A change log in the form of Keep a Changelog 1.1.0, line by line: what is not understood is kept, and writing an
/// unchanged log gives the bytes that were read.
/// </summary>
public sealed class Changelog
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    Changelog(IReadOnlyList<ChangelogLine> lines) => Lines = lines;

    public IReadOnlyList<ChangelogLine> Lines { get; }

    public static Changelog Parse(string text) => new(ChangelogParser.Parse(text));

    /// <exception cref="ReleaseException">There is no such file, or it is not UTF-8.</exception>
    public static async Task<Changelog> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            // Not ReadAllText, which would drop a byte order mark.
            return Parse(Utf8.GetString(await File.ReadAllBytesAsync(path, cancellationToken)));
        }
        catch (DecoderFallbackException exception)
        {
            throw new ReleaseException($"{path} is not UTF-8: save it in that encoding.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The log, as it was parsed.</summary>
    public override string ToString() => string.Concat(Lines.Select(line => line.Text + line.Ending));

    /// <summary>The log's bytes, as they were read.</summary>
    public byte[] ToBytes() => Utf8.GetBytes(ToString());

    /// <summary>What does not follow the form, in order of lines.</summary>
    /// <param name="file">The log's name, for the findings.</param>
    public IReadOnlyList<ChangelogFinding> Check(string file = "CHANGELOG.md") =>
        [.. new ChangelogCheck(Lines).Run().Select(found => new ChangelogFinding(file, found.Line, found.Message))];
}

/// <summary>Something to put right.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ChangelogFinding(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>, as editors and CI understand it.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Message}");
}
