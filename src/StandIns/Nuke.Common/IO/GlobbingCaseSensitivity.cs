namespace Nuke.Common.IO;

/// <summary>Whether upper and lower case differ in patterns.</summary>
public enum GlobbingCaseSensitivity
{
    /// <summary>They do, except on Windows.</summary>
    Auto,
    CaseSensitive,
    CaseInsensitive,
}
