using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Gateway;

/// <summary>The JSON of the gateway's admin side: camelCase, unknown members ignored, missing ones an error.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(RoutesUpdate))]
[JsonSerializable(typeof(DrainRequest))]
[JsonSerializable(typeof(DrainResult))]
[JsonSerializable(typeof(GatewayStatus))]
[JsonSerializable(typeof(GatewayRefusal))]
public sealed partial class GatewayJson : JsonSerializerContext;
