using System.Text.Json.Serialization;
using Slipway.Delivery.Environments;

namespace Slipway.Delivery.Plans;

/// <summary>
/// The smallest unit of a deployment. A step is data: what it means to check, do and undo it is in
/// <see cref="Execution.StepEffects"/>. It holds all it needs but secrets, so that an approved plan is the whole truth.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(OpenGateway), "open-gateway")]
[JsonDerivedType(typeof(BackUp), "back-up")]
[JsonDerivedType(typeof(Rehearse), "rehearse")]
[JsonDerivedType(typeof(Migrate), "migrate")]
[JsonDerivedType(typeof(StartSlot), "start-slot")]
[JsonDerivedType(typeof(AwaitReady), "await-ready")]
[JsonDerivedType(typeof(Smoke), "smoke")]
[JsonDerivedType(typeof(Switch), "switch")]
[JsonDerivedType(typeof(Drain), "drain")]
[JsonDerivedType(typeof(Shift), "shift")]
[JsonDerivedType(typeof(Hold), "hold")]
[JsonDerivedType(typeof(StopSlot), "stop-slot")]
[JsonDerivedType(typeof(Scale), "scale")]
[JsonDerivedType(typeof(Bake), "bake")]
public abstract record Step
{
    /// <summary>
    /// The step as a person reads it in a plan: an imperative without a full stop. It is no part of the plan: rewording it
    /// makes no other plan of one.
    /// </summary>
    [JsonIgnore]
    public string Title => Describe();

    /// <summary>
    /// The title as an older Slipway wrote it into the plan; null: it wrote none. Kept so that such a plan still has the
    /// digest that it was approved by.
    /// </summary>
    [JsonPropertyName("title")]
    public string? WrittenTitle { get; init; }

    protected abstract string Describe();
}

/// <summary>
/// Brings up the front door on the environment's port, which closes it where it was. Undone: it is where it was;
/// <paramref name="From"/> null: nowhere.
/// </summary>
public sealed record OpenGateway(int Port, int? From = null) : Step
{
    protected override string Describe() =>
        From is { } from ? $"Move the gateway from port {from} to {Port}" : $"Open the gateway on port {Port}";
}

/// <summary>
/// Applies the image's migrations. Not undone: migrations expand, and the revision before lives with the wider schema.
/// </summary>
public sealed record Migrate(Revision Revision) : Step
{
    protected override string Describe() => $"Apply the migrations of {Revision}";
}

/// <summary>
/// Starts a revision in a slot without traffic, in place of whatever is there. Undone: the slot is empty; the image
/// it held before can still be started by a rollback.
/// </summary>
public sealed record StartSlot(Slot Slot, Revision Revision, int Instances) : Step
{
    protected override string Describe() => $"Start {Instances} of {Revision} in {Slot.Name()}";
}

/// <summary>Waits until every instance of a slot is ready. Nothing to undo.</summary>
public sealed record AwaitReady(Slot Slot, int Instances, int LimitSeconds) : Step
{
    protected override string Describe() => $"Wait until {Slot.Name()} is ready (at most {LimitSeconds} s)";
}

/// <summary>How a smoke check reaches its slot.</summary>
public enum Via
{
    /// <summary>Through the gateway, by the preview header that only the deployer knows.</summary>
    Preview,

    /// <summary>Through the public address, as a user does.</summary>
    Public,
}

/// <summary>Asks the smoke checks. Nothing to undo.</summary>
public sealed record Smoke(Slot Slot, Revision Revision, Via Via, IReadOnlyList<SmokeCheck> Checks) : Step
{
    protected override string Describe() =>
        Via == Via.Preview
            ? $"Smoke {Slot.Name()} before any user sees it ({Counted.Of(Checks.Count, "check")})"
            : $"Smoke the public address ({Counted.Of(Checks.Count, "check")})";
}

/// <summary>
/// Moves all traffic at once, and ends a hold. Undone: all traffic to <paramref name="From"/>, null: to none, unless
/// <see cref="Before"/> or <see cref="HoldSeconds"/> say otherwise.
/// </summary>
public sealed record Switch(Slot To, Slot? From = null) : Step
{
    /// <summary>How the traffic was split before; null: one slot had all of it.</summary>
    public Split? Before { get; init; }

    /// <summary>The slot before does not run any more: undone, requests wait again, each so long at most.</summary>
    public int? HoldSeconds { get; init; }

    protected override string Describe() =>
        From is { } from ? $"Switch from {from.Name()} to {To.Name()}" : $"Send traffic to {To.Name()}";
}

/// <summary>
/// Lets the requests in flight of a slot without traffic finish, for at most the limit. The slot stays, warm, for a
/// rollback. Nothing to undo.
/// </summary>
public sealed record Drain(Slot Slot, int LimitSeconds) : Step
{
    protected override string Describe() =>
        $"Drain {Slot.Name()} (at most {LimitSeconds} s) and keep it for a rollback";
}
