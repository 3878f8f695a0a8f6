using System.Security.Cryptography;
using System.Text;

namespace Slipway.Gateway.Routing;

/// <summary>Which slot a request goes to. Immutable: a change is another table.</summary>
sealed class RoutingTable
{
    // Multiples of this (2^32 / golden ratio) modulo 2^32 spread evenly whatever their number: 90/10 is not ninety and
    // then ten, and no random number is drawn.
    const uint Spread = 2654435769;

    readonly RoutedSlot[] _weighted;
    readonly ulong _totalWeight;
    readonly byte[]? _previewKey;
    uint _requests;

    public RoutingTable(IReadOnlyList<RoutedSlot> routes, string? previewKey)
    {
        Routes = routes;
        _weighted = [.. routes.Where(route => route.Routes.Weight > 0)];
        _totalWeight = (ulong)_weighted.Sum(route => (long)route.Routes.Weight);
        _previewKey = previewKey is null ? null : Encoding.UTF8.GetBytes(previewKey);
    }

    public IReadOnlyList<RoutedSlot> Routes { get; }

    /// <summary>By weight; null when no slot has any.</summary>
    public RoutedSlot? Next()
    {
        if (_weighted.Length <= 1)
            return _weighted.Length == 0 ? null : _weighted[0];

        var place = (Interlocked.Increment(ref _requests) * Spread * _totalWeight) >> 32;
        foreach (var route in _weighted)
        {
            if (place < (ulong)route.Routes.Weight)
                return route;
            place -= (ulong)route.Routes.Weight;
        }

        return _weighted[^1];
    }

    public RoutedSlot? Find(string slot)
    {
        foreach (var route in Routes)
        {
            if (string.Equals(route.Routes.Name, slot, StringComparison.Ordinal))
                return route;
        }

        return null;
    }

    /// <summary>Whether the key opens the preview; takes the same time whatever part of it is right.</summary>
    public bool IsPreviewKey(string key) =>
        _previewKey is not null && CryptographicOperations.FixedTimeEquals(_previewKey, Encoding.UTF8.GetBytes(key));
}
