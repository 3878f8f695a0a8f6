using System.Buffers.Binary;

namespace Slipway.Releases;

/// <summary>
/// Ids of commits, binary, each with a number: an open hash table over their first eight bytes, which are random already.
/// </summary>
/// <param name="length">Bytes of an id: 20 with SHA-1, 32 with SHA-256.</param>
sealed class CommitIds(int length)
{
    const int Free = -1;

    int[] _slots = NewSlots(1024);
    byte[] _bytes = new byte[512 * length];

    public int Count { get; private set; }

    public string Text(int commit) => Convert.ToHexStringLower(Bytes(commit));

    public int Find(string id)
    {
        if (id.Length != length * 2 || !id.All(char.IsAsciiHexDigit))
            return CommitGraph.None;
        var bytes = Convert.FromHexString(id);
        var slot = Slot(bytes);
        return _slots[slot];
    }

    /// <summary>The id's number; a new one when it was not known.</summary>
    public int Add(ReadOnlySpan<byte> id)
    {
        var slot = Slot(id);
        if (_slots[slot] != Free)
            return _slots[slot];
        if ((Count + 1) * length > _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        id.CopyTo(_bytes.AsSpan(Count * length));
        _slots[slot] = Count;
        if (++Count * 2 > _slots.Length)
            Grow();
        return Count - 1;
    }

    ReadOnlySpan<byte> Bytes(int commit) => _bytes.AsSpan(commit * length, length);

    int Slot(ReadOnlySpan<byte> id)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(BinaryPrimitives.ReadUInt64LittleEndian(id) & (ulong)mask);
        while (_slots[slot] != Free && !Bytes(_slots[slot]).SequenceEqual(id))
            slot = (slot + 1) & mask;
        return slot;
    }

    void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        for (var commit = 0; commit < Count; commit++)
            _slots[Slot(Bytes(commit))] = commit;
    }

    static int[] NewSlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, Free);
        return slots;
    }
}
