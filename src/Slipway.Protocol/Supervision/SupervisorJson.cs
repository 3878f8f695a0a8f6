using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Supervision;

/// <summary>The JSON of the supervisor's socket: one object a line, camelCase, unknown members ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SupervisorRequest))]
[JsonSerializable(typeof(SupervisorResponse))]
public sealed partial class SupervisorJson : JsonSerializerContext;
