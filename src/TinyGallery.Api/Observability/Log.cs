using System.Runtime.InteropServices;

namespace TinyGallery.Api.Observability;

/// <summary>
/// Everything that the service itself logs. In one class, because the generator writes several in no fixed order, and
/// then two builds of one commit would not have the same bytes.
/// </summary>
static partial class Log
{
    [LoggerMessage(LogLevel.Information, "TinyGallery {Version} listens on {Addresses}")]
    public static partial void Started(ILogger logger, string version, string addresses);

    [LoggerMessage(LogLevel.Information, "{Signal}: not ready any more, requests in flight are finished")]
    public static partial void Draining(ILogger logger, PosixSignal signal);

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} in {Milliseconds:0.0} ms")]
    public static partial void Request(ILogger logger, string method, PathString path, int status, double milliseconds);

    [LoggerMessage(LogLevel.Debug, "{Method} {Path} {Status} in {Milliseconds:0.0} ms")]
    public static partial void Probe(ILogger logger, string method, PathString path, int status, double milliseconds);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    public static partial void Failure(ILogger logger, Exception exception, string method, PathString path);
}
