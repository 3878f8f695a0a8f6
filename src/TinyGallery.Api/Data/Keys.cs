namespace TinyGallery.Api.Data;

/// <summary>
/// Identifiers in the database: UUIDv7 in lower-case text. Their order is the order in which this process made them;
/// between processes, to the millisecond.
/// </summary>
sealed class Keys
{
    /// <summary>Behind every identifier: where a list, newest first, begins.</summary>
    const string End = "~";

    readonly Lock _lock = new();
    long _last;

    /// <summary>A new identifier, greater than all before it even within one millisecond.</summary>
    public Guid Next(DateTimeOffset now)
    {
        lock (_lock)
        {
            _last = Math.Max(now.ToUnixTimeMilliseconds(), _last + 1);
            return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(_last));
        }
    }

    /// <summary>The bound below which a page begins.</summary>
    public static string Before(Guid? after) => after?.ToString() ?? End;
}
