using Slipway.Gateway.Routing;
using Slipway.Gateway.State;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Admin;

/// <summary>
/// Decides whose change counts: a fencing token only grows, and it is on disk before anything is done in its name. So a
/// deployer that slept past its lease can change nothing, even after a restart of the gateway.
/// </summary>
sealed class RouteAuthority
{
    readonly Lock _lock = new();
    readonly StateFile _file;
    readonly Router _router;
    GatewayState _state;

    public RouteAuthority(StateFile file, Router router)
    {
        _file = file;
        _router = router;
        _state = file.Read();
        router.Use(_state);
    }

    /// <summary>The newest token seen; never waits for the disk.</summary>
    public long Token => Volatile.Read(ref _state).Token;

    /// <summary>False when the token is stale. On disk and in force when it returns true.</summary>
    public bool TryApply(RoutesUpdate update)
    {
        var state = new GatewayState(
            GatewayState.CurrentVersion,
            update.Token,
            update.Slots,
            update.PreviewKey,
            update.HoldSeconds
        );
        lock (_lock)
        {
            if (update.Token < _state.Token)
                return false;
            _file.Write(state);
            _state = state;
            _router.Use(state);
            return true;
        }
    }

    /// <summary>False when the token is stale; a newer one is remembered.</summary>
    public bool TryAdvance(long token)
    {
        lock (_lock)
        {
            if (token > _state.Token)
            {
                var state = _state with { Token = token };
                _file.Write(state);
                _state = state;
            }

            return token == _state.Token;
        }
    }
}
