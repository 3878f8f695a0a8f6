using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;

namespace Slipway.Delivery.Tests.Support;

/// <summary>What survives the deployer: the machine. It notes whatever a user would have noticed.</summary>
sealed class Machine
{
    public World World { get; set; } = World.Empty;

    public long NewestToken { get; private set; }

    public List<string> Calls { get; } = [];

    /// <summary>Moments in which a user of an environment that had served got no answer.</summary>
    public List<string> Outages { get; } = [];

    /// <summary>Requests wait at the door.</summary>
    public bool IsHeld { get; set; }

    /// <summary>What the front door has counted.</summary>
    public Dictionary<Slot, SlotStatistics> Counted { get; } = [];

    /// <summary>What the database holds.</summary>
    public string Content { get; set; } = "";

    /// <summary>The scratch databases, by name.</summary>
    public Dictionary<string, string> Scratches { get; } = new(StringComparer.Ordinal);

    /// <summary>Which revision was asked its smoke checks on which scratch content.</summary>
    public List<string> Proofs { get; } = [];

    bool _served;

    public void Fence(long token) => Show("fence", token);

    public void Change(string call, long token, Func<World, World> change)
    {
        Show(call, token);
        Calls.Add(call);
        World = change(World);
        var serves = Serves();
        if (_served && !serves)
            Outages.Add(call);
        _served |= serves;
    }

    void Show(string call, long token)
    {
        if (token < NewestToken)
            throw new InvalidOperationException($"{call}: token {token} is older than {NewestToken}.");
        NewestToken = token;
    }

    // Whoever has a share must have somebody to answer it.
    bool Serves() =>
        World.GatewayPort is not null
        && (World.Live is null ? IsHeld : World.Slots.All(slot => slot.Traffic == 0 || slot.Healthy > 0));
}
