namespace Slipway.Reporting.Terminal;

/// <summary>Shows a run. Safe to call from several threads; nothing is written after it is disposed.</summary>
public interface IProgressSink : IDisposable
{
    /// <exception cref="InvalidOperationException">The event does not fit what came before; see <see cref="RunState"/>.</exception>
    void Report(ProgressEvent progress);
}
