using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Slipway.Components;

/// <summary>
/// Runs a tool without repeating what it says: its output goes to <c>artifacts/logs</c>, and only a failure shows the
/// lines that matter.
/// </summary>
static class Quiet
{
    const int ShownLines = 30;

    public static T Quietly<T>(this T settings, IHazResults build, string log)
        where T : ToolOptions =>
        settings
            .SetProcessOutputLogging(false)
            .SetProcessInvocationLogging(false)
            .SetProcessExitHandler(new Action<IProcess>(process => Finish(process, log, build)));

    /// <summary>Writes down what the tool said.</summary>
    public static void Keep(IProcess process, AbsolutePath log)
    {
        Directory.CreateDirectory(log.Parent);
        File.WriteAllLines(log, process.Output.Select(line => line.Text), new UTF8Encoding(false));
    }

    /// <summary>The same for a tool that is called with bare arguments.</summary>
    public static Func<IProcess, object?> Handler(IHazResults build, string log) =>
        process =>
        {
            Finish(process, log, build);
            return null;
        };

    /// <summary>Keeps what the tool said, and fails with the lines that matter when it failed.</summary>
    static void Finish(IProcess process, string name, IHazResults build)
    {
        var log = build.LogsDirectory / $"{name}.log";
        Keep(process, log);
        if (process.ExitCode == 0)
            return;
        throw new BuildException(
            $"{Path.GetFileNameWithoutExtension(process.FileName)} ended with {process.ExitCode}. All it said: {build.Shown(log)}"
        )
        {
            Evidence = [.. Telling(process.Output.Select(line => line.Text).ToList())],
        };
    }

    /// <summary>The compiler's and the tests' errors, each once; the last lines where none is recognised.</summary>
    internal static IEnumerable<string> Telling(IReadOnlyList<string> lines)
    {
        var errors = lines
            .Select(line => line.Trim())
            .Where(line =>
                line.Contains(": error ", StringComparison.Ordinal)
                || line.StartsWith("error ", StringComparison.OrdinalIgnoreCase)
            )
            .Distinct(StringComparer.Ordinal)
            .Take(ShownLines)
            .ToList();
        return errors.Count > 0 ? errors : lines.Where(line => line.Trim().Length > 0).TakeLast(ShownLines);
    }
}
