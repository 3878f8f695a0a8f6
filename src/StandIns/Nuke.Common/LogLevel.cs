namespace Nuke.Common;

/// <summary>The least level that is written to the console.</summary>
public enum LogLevel
{
    Trace,
    Normal,
    Warning,
    Error,
}
