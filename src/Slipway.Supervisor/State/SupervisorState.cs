using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.Processes;

namespace Slipway.Supervisor.State;

/// <summary>What survives the supervisor.</summary>
/// <param name="Version">Of this format: 1.</param>
/// <param name="Token">The newest fencing token seen.</param>
/// <param name="Processes">What should run, and what does.</param>
/// <param name="Bound">What deployers have started under a token; null: nothing, or written before there was this.</param>
sealed record SupervisorState(
    int Version,
    long Token,
    IReadOnlyList<ProcessRecord> Processes,
    IReadOnlyList<BoundProcess>? Bound = null
)
{
    public const int CurrentVersion = 1;

    public static SupervisorState Empty { get; } = new(CurrentVersion, Token: 0, []);

    /// <summary>With the token, where it is newer than every one before.</summary>
    public SupervisorState Seen(long token) => token > Token ? this with { Token = token } : this;

    /// <summary>With the record in the place of the one of the same name, or added.</summary>
    public SupervisorState With(ProcessRecord record) =>
        Without(record.Specification.Name) with
        {
            Processes = [.. Without(record.Specification.Name).Processes, record],
        };

    public SupervisorState Without(string name) =>
        this with
        {
            Processes =
            [
                .. Processes.Where(each => !string.Equals(each.Specification.Name, name, StringComparison.Ordinal)),
            ],
        };
}

/// <param name="Specification">As it should run.</param>
/// <param name="Mark">Unique to this ensure: the process carries it in its environment.</param>
/// <param name="Identity">The process when it was last started; it may have ended since.</param>
/// <param name="StartedAt">When that was.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="StopGraceSeconds">Set once it was asked to end: whoever reads this finishes that.</param>
sealed record ProcessRecord(
    ProcessSpecification Specification,
    string Mark,
    ProcessIdentity? Identity = null,
    DateTimeOffset? StartedAt = null,
    int Restarts = 0,
    double? StopGraceSeconds = null
);

/// <summary>A process that a deployer has started itself; it is ended when a token newer than its own is seen.</summary>
sealed record BoundProcess(ProcessIdentity Process, long Token);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(SupervisorState))]
sealed partial class SupervisorStateJson : JsonSerializerContext;
