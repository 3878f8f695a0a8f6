using System.Globalization;
using System.Text;

namespace Slipway.Gateway.Logging;

/// <summary>One finished request.</summary>
/// <param name="Target">As it stood in the request line; what follows a '?' may hold secrets and is not written.</param>
readonly record struct AccessRecord(
    DateTimeOffset At,
    string Method,
    string Target,
    int Status,
    TimeSpan Elapsed,
    string Slot
)
{
    const int MaxPath = 2048;

    /// <summary>Appends <c>time method path status milliseconds slot</c>, separated by blanks, and a line feed.</summary>
    public void AppendTo(StringBuilder line)
    {
        line.Append(CultureInfo.InvariantCulture, $"{At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {Method} ");
        AppendPath(line);
        line.Append(CultureInfo.InvariantCulture, $" {Status} {Elapsed.TotalMilliseconds:0.0} {Slot}\n");
    }

    // A control character in a request line must not begin a line of its own in the log.
    void AppendPath(StringBuilder line)
    {
        var end = Target.IndexOf('?', StringComparison.Ordinal);
        var path = Target.AsSpan(0, Math.Min(end < 0 ? Target.Length : end, MaxPath));
        foreach (var character in path)
            line.Append(character is <= ' ' or >= (char)0x7f ? '_' : character);
    }
}
