using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Workflows.Running.Runs;

/// <summary>A job's log: a file of lines as GitHub shows them, and what of it tells why a step failed.</summary>
sealed partial class JobLog : IStepLog, IDisposable
{
    const int Shown = 12;

    /// <summary>A tool says what happened, and then that something did.</summary>
    const int BeforeAnError = 3;

    readonly Lock _lock = new();
    readonly StreamWriter _file;
    readonly Queue<string> _last = [];
    readonly List<string> _errors = [];
    bool _isInHead;

    public JobLog(string path)
    {
        Path = path;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        _file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { AutoFlush = true };
    }

    public string Path { get; }

    /// <summary>
    /// Of the step that runs: its first errors, with what stands in front of them, and how many lines more there are; else
    /// its last lines.
    /// </summary>
    public IReadOnlyList<string> Telling
    {
        get
        {
            lock (_lock)
                return _errors.Count switch
                {
                    0 => [.. _last],
                    <= Shown => [.. _errors],
                    var count => [.. _errors.Take(Shown), $"{count - Shown} more lines of errors are in the log"],
                };
        }
    }

    /// <summary>What comes now is another step's.</summary>
    public void Begin(string step)
    {
        lock (_lock)
        {
            _last.Clear();
            _errors.Clear();
            _isInHead = true;
            _file.WriteLine($"=== {step}");
        }
    }

    public void Write(LogLine line)
    {
        lock (_lock)
        {
            _file.WriteLine(Text(line));
            if (line.Kind == LogKind.EndGroup && _isInHead)
            {
                // What the step is told to do is no news of what came of it.
                _last.Clear();
                _isInHead = false;
            }
            var text = Escape().Replace(line.Text, "").TrimEnd();
            if (line.Kind is LogKind.Debug or LogKind.EndGroup || text.Length == 0)
                return;
            if (line.Kind == LogKind.Error || IsError(text))
                Tell(text);
            _last.Enqueue(text);
            if (_last.Count > Shown)
                _last.Dequeue();
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _file.Dispose();
    }

    /// <summary>
    /// Once: a build shows an error, reports it to GitHub, and repeats it at its end, each time with something else in front.
    /// </summary>
    void Tell(string error)
    {
        var lines = error.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.TrueForAll(line => _errors.Exists(told => Says(told, line))))
            return;
        var before = _last
            .TakeLast(BeforeAnError)
            .Where(shown => !lines.Concat(_errors).Any(line => Says(shown, line)));
        _errors.AddRange(before.Concat(lines).Except(_errors, StringComparer.Ordinal));
    }

    static bool Says(string shown, string line) => shown.EndsWith(line, StringComparison.Ordinal);

    /// <summary>As compilers and tools put it (MSBuild's canonical error format).</summary>
    static bool IsError(string line) =>
        line.Contains(": error ", StringComparison.Ordinal)
        || line.TrimStart().StartsWith("error:", StringComparison.OrdinalIgnoreCase);

    static string Text(LogLine line) =>
        line.Kind switch
        {
            LogKind.Group => $"> {line.Text}",
            LogKind.EndGroup => "<",
            LogKind.Debug => $"debug: {line.Text}",
            LogKind.Notice => $"notice: {Place(line)}{line.Text}",
            LogKind.Warning => $"warning: {Place(line)}{line.Text}",
            LogKind.Error => $"error: {Place(line)}{line.Text}",
            _ => line.Text,
        };

    static string Place(LogLine line) =>
        line.Annotation?.File is { } file ? $"{file}({line.Annotation.Line ?? 1}): " : "";

    /// <summary>Colours (ECMA-48, SGR).</summary>
    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escape();
}
