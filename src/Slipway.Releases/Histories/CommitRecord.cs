using System.Buffers.Text;
using System.Text;

namespace Slipway.Releases;

/// <summary>
/// One commit as <c>git log</c> is asked to write it: a line each for id, parents, author's name, author's address, and
/// the two times; then the message. Bytes that are no UTF-8 become U+FFFD.
/// </summary>
sealed class CommitRecord
{
    /// <summary>In the terms of git-log(1), "PRETTY FORMATS".</summary>
    public const string Format = "%H%n%P%n%aN%n%aE%n%at %ct%n%B";

    readonly StringPool _people = new();
    string _lastParent = "";

    public Commit Parse(ReadOnlySpan<byte> record)
    {
        var sha = Id(Line(ref record));
        var parents = Parents(Line(ref record));
        var name = _people.Get(Line(ref record));
        var email = _people.Get(Line(ref record));
        var times = Line(ref record);
        var space = times.IndexOf((byte)' ');
        return new Commit(
            sha,
            parents,
            name,
            email,
            Time(times[..Math.Max(0, space)]),
            Time(times[(space + 1)..]),
            Encoding.UTF8.GetString(record.TrimEnd((byte)'\n'))
        );
    }

    static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }

    string[] Parents(ReadOnlySpan<byte> ids)
    {
        if (ids.IsEmpty)
            return [];
        if (!ids.Contains((byte)' '))
            return [_lastParent = Encoding.ASCII.GetString(ids)];
        var parents = Encoding.ASCII.GetString(ids).Split(' ');
        _lastParent = parents[0];
        return parents;
    }

    /// <summary>Mostly the parent of the commit before: the same string then serves both.</summary>
    string Id(ReadOnlySpan<byte> id) => Ascii.Equals(id, _lastParent) ? _lastParent : Encoding.ASCII.GetString(id);

    /// <summary>A time that git cannot read it leaves out; one beyond the calendar is as good.</summary>
    static DateTimeOffset Time(ReadOnlySpan<byte> seconds) =>
        Utf8Parser.TryParse(seconds, out long value, out _)
        && value >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
        && value <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : DateTimeOffset.UnixEpoch;
}
