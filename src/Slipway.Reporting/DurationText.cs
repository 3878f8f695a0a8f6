using System.Globalization;

namespace Slipway.Reporting;

/// <summary>Durations as a person reads them.</summary>
public static class DurationText
{
    /// <summary>0.4 s, 12 s, 2 min 05 s, 1 h 03 min: never more than two units. A negative one, from a clock set back, is 0.0 s.</summary>
    public static string Of(TimeSpan duration)
    {
        var seconds = Math.Max(0, duration.TotalSeconds);
        if (seconds < 9.95)
            return seconds.ToString("0.0 's'", CultureInfo.InvariantCulture);
        var whole = (long)Math.Round(seconds);
        return whole switch
        {
            < 60 => $"{whole} s",
            < 3600 => $"{whole / 60} min {whole % 60:00} s",
            _ => $"{whole / 3600} h {whole % 3600 / 60:00} min",
        };
    }
}
