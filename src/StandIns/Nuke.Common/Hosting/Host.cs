// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Where the build runs, which decides how it writes: a terminal or a CI server.</summary>
[TypeConverter(typeof(TypeConverter))]
public partial class Host
{
    protected Host() => Instance = this;

    internal static Host Instance { get; private set; }

    /// <summary>Whether the host folds what it writes between the start and the end of a block.</summary>
    internal bool CanCollapse =>
        GetType().GetMethod(nameof(WriteBlock), BuildMembers.Instance | BindingFlags.DeclaredOnly) != null;

    /// <summary>Whether colours reach a reader even though the output is no terminal.</summary>
    internal virtual bool AlwaysShowsColors => false;

    protected internal void WriteLogo()
    {
        Information($"NUKE Execution Engine {BuildManager.EngineVersion} (stand-in, {EnvironmentInfo.Platform})");
        Information();
    }

    /// <summary>Begins a block of output under a heading; disposing ends it.</summary>
    protected internal virtual IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() =>
        {
            Debug();
            Debug("╬" + '═'.Repeat(text.Length + 5));
            foreach (var line in text.SplitLineBreaks())
                Screen.WriteLine([("║ ", Style.Debug), (line, Style.Information)]);
            Debug("╬" + '═'.Repeat(Math.Max(text.Length - 4, 2)));
            Debug();
        });

    /// <summary>Tells the host of a warning that was logged. Does nothing here.</summary>
    protected internal virtual void ReportWarning(string text, string details = null) { }

    /// <summary>Tells the host of an error that was logged. Does nothing here.</summary>
    protected internal virtual void ReportError(string text, string details = null) { }

    /// <summary>Whether the host has taken a message for itself, so that it is not logged. It never does here.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    /// <summary>Repeats what went wrong on the way.</summary>
    protected internal virtual void WriteErrorsAndWarnings()
    {
        if (Logging.Problems.Count == 0)
            return;

        using var block = WriteBlock("Errors & Warnings");
        foreach (var (logEvent, target) in Logging.Problems)
            LogLine.Write(logEvent, timestamp: false, target);
    }

    protected internal virtual void WriteTargetOutcome(INukeBuild build) => Summary.Write(build);

    protected internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        var time = TimeProvider.System.GetLocalNow().DateTime;
        Debug();
        if (build.IsSucceeding)
            Success($"Build succeeded on {time}. ＼（＾ᴗ＾）／");
        else
            Error($"Build failed on {time}. (╯°□°）╯︵ ┻━┻");
    }
}
