// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>A started process whose output is collected line by line.</summary>
public interface IProcess : IDisposable
{
    string FileName { get; }

    /// <summary>The arguments, secrets taken out.</summary>
    string Arguments { get; }

    string WorkingDirectory { get; }

    /// <summary>What was written so far.</summary>
    IReadOnlyCollection<Output> Output { get; }

    int ExitCode { get; }

    bool HasExited { get; }

    int Id { get; }

    /// <summary>Ends the process and those it started.</summary>
    void Kill();

    /// <summary>Waits until the process has exited and its output is complete; at the time limit it is killed.</summary>
    /// <returns>Whether it exited by itself.</returns>
    bool WaitForExit();
}
