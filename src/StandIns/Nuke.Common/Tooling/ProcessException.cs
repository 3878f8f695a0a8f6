// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Globalization;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with another exit code than 0.</summary>
public class ProcessException : Exception
{
    private const string Indentation = "   ";

    public ProcessException(IProcess process)
        : base(Describe(process))
    {
        Process = process;
        ExitCode = process.ExitCode;
    }

    public int ExitCode { get; }

    internal IProcess Process { get; }

    private static string Describe(IProcess process)
    {
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder()
            .AppendLine(culture, $"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine(culture, $"{Indentation}> {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}")
            .AppendLine(culture, $"{Indentation}@ {process.WorkingDirectory}");
        var errors = process.Output.Where(x => x.Type == OutputType.Err).ToList();
        if (errors.Count > 0)
            AppendLines("Error output:", errors);
        else if (Log.IsEnabled(LogEventLevel.Verbose))
            AppendLines("Standard output:", process.Output);
        return text.ToString();

        void AppendLines(string title, IEnumerable<Output> lines)
        {
            text.AppendLine(title);
            foreach (var line in lines)
                text.Append(Indentation).AppendLine(line.Text);
        }
    }
}
