namespace Nuke.Common.Execution;

/// <summary>How a piece of text looks where there are colours: the escape sequence before it.</summary>
internal sealed record Style(string Code)
{
    public const string Reset = "\e[0m";

    public static readonly Style Plain = new("");
    public static readonly Style Dim = new("\e[38;5;247m");
    public static readonly Style Value = new("\e[38;5;45;1m");
    public static readonly Style Success = new("\e[32;1m");
    public static readonly Style Verbose = new("\e[90;1m");
    public static readonly Style Debug = new("\e[39;1m");
    public static readonly Style Information = new("\e[38;5;45;1m");
    public static readonly Style Warning = new("\e[38;5;214;1m");
    public static readonly Style Error = new("\e[38;5;196;1m");
    public static readonly Style Fatal = new("\e[38;5;231;1m\e[48;5;196m");
}
