using System.Text.Json.Serialization;

namespace Slipway.Protocol.Supervision;

public enum SupervisorOutcome
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>A newer token has been seen; see <see cref="SupervisorResponse.Current"/>.</summary>
    [JsonStringEnumMemberName("stale-token")]
    StaleToken,

    /// <summary>The request cannot be done as it is; see <see cref="SupervisorResponse.Error"/>.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}

/// <param name="Outcome">Whether it was done.</param>
/// <param name="Error">One sentence for a person when it was not.</param>
/// <param name="Current">The newest token seen, with <see cref="SupervisorOutcome.StaleToken"/>.</param>
/// <param name="Process">The process of an ensure or a stop.</param>
/// <param name="Status">The answer to a list.</param>
public sealed record SupervisorResponse(
    SupervisorOutcome Outcome,
    string? Error = null,
    long? Current = null,
    ProcessStatus? Process = null,
    SupervisorStatus? Status = null
);
