using System.Text.RegularExpressions;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Routing;

/// <summary>Whether a routing table makes sense.</summary>
static partial class RoutesCheck
{
    const int MaxWeight = 1_000_000;
    const int MinKeyLength = 16;
    const double MaxHoldSeconds = 3600;

    /// <summary>One sentence about the first thing that is wrong; null when nothing is.</summary>
    public static string? Problem(RoutesUpdate update)
    {
        if (update.Token < 1)
            return $"The token is {update.Token}: it must be at least 1.";
        if (update.PreviewKey is { } key && (key.Length < MinKeyLength || !key.All(char.IsAsciiLetterOrDigit)))
            return $"The preview key must be {MinKeyLength} or more letters and digits.";
        if (update.HoldSeconds is not (>= 0 and <= MaxHoldSeconds))
            return $"holdSeconds is {update.HoldSeconds}: it must be from 0 to {MaxHoldSeconds}.";
        return Twice(update.Slots.Select(slot => slot.Name)) is { } twice
            ? $"Slot '{twice}' is given twice."
            : update.Slots.Select(Problem).FirstOrDefault(problem => problem is not null);
    }

    static string? Problem(SlotRoutes slot)
    {
        if (!Name().IsMatch(slot.Name))
            return $"Slot '{slot.Name}' is not a name of 1 to 40 letters, digits, '.', '-' and '_'.";
        if (slot.Weight is < 0 or > MaxWeight)
            return $"Slot '{slot.Name}' has weight {slot.Weight}: it must be from 0 to {MaxWeight}.";
        if (Twice(slot.Destinations.Select(destination => destination.Id)) is { } twice)
            return $"Slot '{slot.Name}' has two destinations '{twice}'.";
        return slot.Destinations.FirstOrDefault(destination => !IsBase(destination.Address)) is { } wrong
            ? $"Destination '{wrong.Id}' of slot '{slot.Name}' has '{wrong.Address}', not an address like http://127.0.0.1:40123."
            : null;
    }

    static bool IsBase(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http", PathAndQuery: "/", Fragment: "", UserInfo: "" };

    static string? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any())?.Key;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
