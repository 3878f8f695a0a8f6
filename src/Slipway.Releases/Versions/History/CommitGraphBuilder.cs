using System.Buffers.Text;

namespace Slipway.Releases;

/// <summary>Takes the records of <see cref="GitLog"/> as they come and makes a <see cref="CommitGraph"/> of them.</summary>
/// <param name="messages">Is shown each commit's message; null when nobody asks for messages.</param>
sealed class CommitGraphBuilder(IMessageSink? messages)
{
    CommitIds? _ids;
    int _idLength;
    int[] _starts = new int[512];
    int[] _counts = new int[512];
    long[] _times = new long[512];
    int[] _parents = new int[1024];
    int[] _order = new int[512];
    int _shown;
    int _parentCount;

    /// <summary>A record: <c>id time parent parent…</c>, a line break, the message.</summary>
    public void Add(ReadOnlySpan<byte> record)
    {
        var end = record.IndexOf((byte)'\n');
        var head = end < 0 ? record : record[..end];
        _ids ??= NewIds(head.IndexOf((byte)' ') / 2);

        var hex = _idLength * 2;
        var commit = Number(head[..hex]);
        head = head[(hex + 1)..];
        _ = Utf8Parser.TryParse(head, out long time, out var digits);
        _times[commit] = time;
        _order[commit] = _shown++;
        _starts[commit] = _parentCount;
        for (head = head[digits..]; head.Length > hex; head = head[(hex + 1)..])
        {
            var parent = Number(head.Slice(1, hex));
            if (_parentCount == _parents.Length)
                Array.Resize(ref _parents, _parents.Length * 2);
            _parents[_parentCount++] = parent;
            _counts[commit]++;
        }
        if (messages is not null && end >= 0)
            messages.Take(commit, record[(end + 1)..], _counts[commit] > 1);
    }

    public CommitGraph Build() =>
        new(_ids ?? new CommitIds(20), _starts, _counts, _parents[.._parentCount], _times, _order);

    CommitIds NewIds(int length)
    {
        _idLength = length;
        return new CommitIds(length);
    }

    int Number(ReadOnlySpan<byte> hex)
    {
        Span<byte> id = stackalloc byte[_idLength];
        _ = Convert.FromHexString(hex, id, out _, out _);
        var commit = _ids!.Add(id);
        if (commit >= _times.Length)
        {
            Array.Resize(ref _times, _times.Length * 2);
            Array.Resize(ref _starts, _starts.Length * 2);
            Array.Resize(ref _counts, _counts.Length * 2);
            Array.Resize(ref _order, _order.Length * 2);
        }
        return commit;
    }
}

/// <summary>Is shown the messages of a history while it is read.</summary>
interface IMessageSink
{
    /// <param name="message">UTF-8, as it was written; valid during the call only.</param>
    void Take(int commit, ReadOnlySpan<byte> message, bool isMerge);
}
