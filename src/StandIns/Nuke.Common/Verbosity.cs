namespace Nuke.Common;

/// <summary>How much a build says, from everything to errors alone. The order is that of <see cref="LogLevel"/>.</summary>
public enum Verbosity
{
    Verbose,
    Normal,
    Minimal,
    Quiet,
}
