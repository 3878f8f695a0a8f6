namespace Slipway.Workflows.Running.Runs;

/// <summary>Keeps lines until there is a log for them.</summary>
sealed class HeldLog : IStepLog
{
    readonly Lock _gate = new();
    readonly List<LogLine> _held = [];
    IStepLog? _log;

    public void Write(LogLine line)
    {
        lock (_gate)
        {
            if (_log is null)
                _held.Add(line);
            else
                _log.Write(line);
        }
    }

    /// <summary>What is kept, and all that follows.</summary>
    public void PassTo(IStepLog log)
    {
        lock (_gate)
        {
            _held.ForEach(log.Write);
            _held.Clear();
            _log = log;
        }
    }
}
