using Slipway.Reporting.Terminal;
using Slipway.Testing;

namespace Slipway.Reporting.Tests.Terminal;

/// <summary>A run in plain lines, on a clock of its own.</summary>
sealed class RecordedRun
{
    readonly StringWriter _output = new() { NewLine = "\n" };

    public RecordedRun()
    {
        Progress = new RunProgress(new PlainProgress(_output), Time);
    }

    public ManualTime Time { get; } = new();

    public RunProgress Progress { get; }

    public string[] Lines => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
