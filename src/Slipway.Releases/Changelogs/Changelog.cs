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

    /// <summary>From top to bottom, as a log in good form has them: the newest version comes first.</summary>
    public IReadOnlyList<ChangelogSection> Sections => field ??= ChangelogSection.Read(Lines);

    /// <summary>What will be in the next version; null: the log has no such section.</summary>
    public ChangelogSection? Unreleased => Sections.FirstOrDefault(section => section.IsUnreleased);

    /// <summary>A version's section, build metadata aside; null: it has none.</summary>
    public ChangelogSection? Find(SemanticVersion version) =>
        Sections.FirstOrDefault(section => section.Version?.CompareTo(version) == 0);

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

    /// <summary>The page of the repository that the log's compare links lead to; null: it has none.</summary>
    public Uri? Repository =>
        Lines
            .Select(ChangelogLink.Read)
            .Select(link => link?.Comparison?.Repository)
            .FirstOrDefault(page => page is not null)
            is { } found
        && Uri.TryCreate(found, UriKind.Absolute, out var uri)
            ? uri
            : null;

    /// <summary>
    /// The log in which what was unreleased is a version. Its lines stay where and as they are; two are added for the
    /// heading, below an Unreleased section that is then empty, and the compare links are made and brought up to date.
    /// </summary>
    /// <param name="repository">
    /// The repository's page, <c>https://github.com/owner/name</c>, for a log without links to take it from; null: such a
    /// log gets none.
    /// </param>
    /// <exception cref="ReleaseException">
    /// There is no Unreleased section or nothing in it, or the version or the date does not come after the last one.
    /// </exception>
    public Changelog Roll(SemanticVersion version, DateOnly date, Uri? repository = null) =>
        Parse(
            string.Concat(ChangelogRoll.Lines(this, version, date, repository).Select(line => line.Text + line.Ending))
        );

    /// <summary>Writes aside, flushes to the disk and renames: nobody ever finds half a log.</summary>
    /// <exception cref="ReleaseException">It cannot be written.</exception>
    public Task WriteAsync(string path, CancellationToken cancellationToken = default) =>
        ReleaseFile.WriteAsync(path, ToBytes(), cancellationToken);

    /// <summary>What does not follow the form, in order of lines.</summary>
    /// <param name="file">The log's name, for the findings.</param>
    public IReadOnlyList<ChangelogFinding> Check(string file = "CHANGELOG.md") =>
        [
            .. new ChangelogCheck(this)
                .Run()
                .Concat(new ChangelogLinkCheck(this).Run())
                .OrderBy(found => found.Line)
                .Select(found => new ChangelogFinding(file, found.Line, found.Message)),
        ];
}

/// <summary>Something to put right.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ChangelogFinding(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>, as editors and CI understand it.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Message}");
}
