using System.Globalization;

namespace Slipway.Delivery;

/// <summary>A number of things in words.</summary>
static class Counted
{
    /// <param name="thing">Of one of them; several get an s.</param>
    public static string Of(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
