using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.State;

/// <summary>What survives the gateway.</summary>
/// <param name="Version">Of this format: 1.</param>
/// <param name="Token">The newest fencing token seen.</param>
/// <param name="Slots">The routing table.</param>
/// <param name="PreviewKey">As in <see cref="RoutesUpdate"/>.</param>
/// <param name="HoldSeconds">As in <see cref="RoutesUpdate"/>; older files lack it.</param>
sealed record GatewayState(
    int Version,
    long Token,
    IReadOnlyList<SlotRoutes> Slots,
    string? PreviewKey,
    double HoldSeconds = 0
)
{
    public const int CurrentVersion = 1;

    public static GatewayState Empty { get; } = new(CurrentVersion, Token: 0, [], PreviewKey: null);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(GatewayState))]
sealed partial class GatewayStateJson : JsonSerializerContext;
