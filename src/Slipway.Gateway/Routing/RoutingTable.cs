using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Gateway;

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
    readonly TimeSpan _hold;
    readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    uint _requests;

    public RoutingTable(IReadOnlyList<RoutedSlot> routes, string? previewKey, TimeSpan hold)
    {
        Routes = routes;
        _weighted = [.. routes.Where(route => route.Routes.Weight > 0)];
        _totalWeight = (ulong)_weighted.Sum(route => (long)route.Routes.Weight);
        _previewKey = previewKey is null ? null : Encoding.UTF8.GetBytes(previewKey);
        _hold = hold;
    }

    public IReadOnlyList<RoutedSlot> Routes { get; }

    /// <summary>Ends when another table has taken the place of this one.</summary>
    public Task Replaced => _replaced.Task;

    public void Replace() => _replaced.TrySetResult();

    /// <summary>The slot of a request; null when there is none.</summary>
    /// <inheritdoc cref="Router.Enter"/>
    public RoutedSlot? Choose(string? previewKey, string? previewSlot) =>
        IsPreview(previewKey, previewSlot) ? Find(previewSlot) : Next();

    /// <summary>How long a request without a slot may wait for another table; a preview may not.</summary>
    public TimeSpan HoldOf(string? previewKey, string? previewSlot) =>
        IsPreview(previewKey, previewSlot) ? TimeSpan.Zero : _hold;

    // By weight; null when no slot has any.
    RoutedSlot? Next()
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

    /// <summary>The slot's instances; none when it is not in the table.</summary>
    public IReadOnlyList<Destination> Destinations(string slot) => Find(slot)?.Routes.Destinations ?? [];

    // Takes the same time whatever part of the key is right.
    bool IsPreview([NotNullWhen(true)] string? key, [NotNullWhen(true)] string? slot) =>
        key is not null
        && slot is not null
        && _previewKey is not null
        && CryptographicOperations.FixedTimeEquals(_previewKey, Encoding.UTF8.GetBytes(key));
}
