using System.Text.Json.Serialization;

namespace Slipway.Protocol.Supervision;

/// <summary>
/// One line of JSON to the supervisor, told apart by <c>op</c>; each is answered by one line holding a
/// <see cref="SupervisorResponse"/>. What changes something carries the fencing token of the lease; one older than the
/// newest seen is refused.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(EnsureRequest), "ensure")]
[JsonDerivedType(typeof(StopRequest), "stop")]
[JsonDerivedType(typeof(ListRequest), "list")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
[JsonDerivedType(typeof(FenceRequest), "fence")]
[JsonDerivedType(typeof(BindRequest), "bind")]
public abstract record SupervisorRequest;

/// <summary>
/// Starts the process, leaves it alone when it already is as specified, or stops it (10 s of grace) and starts it as
/// newly specified. Answered with its status once it was started.
/// </summary>
public sealed record EnsureRequest(long Token, ProcessSpecification Process) : SupervisorRequest;

/// <summary>
/// SIGTERM, then SIGKILL to its whole process group. Answered when it is gone; a name that is unknown is gone already.
/// </summary>
/// <param name="Token">The fencing token.</param>
/// <param name="Name">Of the process.</param>
/// <param name="GraceSeconds">Seconds between the two signals, 0 to 3600.</param>
public sealed record StopRequest(long Token, string Name, double GraceSeconds) : SupervisorRequest;

/// <summary>Answered with <see cref="SupervisorResponse.Status"/>.</summary>
public sealed record ListRequest : SupervisorRequest;

/// <summary>
/// Shows the token and does nothing else. When it is answered, every older one is refused, and what was bound to an older
/// one has ended.
/// </summary>
public sealed record FenceRequest(long Token) : SupervisorRequest;

/// <summary>
/// Binds a process that the caller has started, and holds back until this is answered, to its token: when a newer token
/// comes, the process is ended (10 s between SIGTERM and SIGKILL to its whole group) before that one is answered.
/// </summary>
/// <param name="Token">The fencing token.</param>
/// <param name="Pid">The process, which should lead a process group.</param>
public sealed record BindRequest(long Token, int Pid) : SupervisorRequest;

/// <summary>Ends the supervisor.</summary>
/// <param name="Token">The fencing token.</param>
/// <param name="StopProcesses">
/// True stops every process (10 s of grace) and forgets it; false leaves them running, to be adopted by the next
/// supervisor.
/// </param>
public sealed record ShutdownRequest(long Token, bool StopProcesses) : SupervisorRequest;
