// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Execution;

/// <summary>A person's machine, or a CI server that is not known here.</summary>
public class Terminal : Host
{
    public static bool IsRunningTerminal => true;
}

public class Rider : Terminal
{
    internal static bool IsRunningRider =>
        EnvironmentInfo.HasVariable("IDEA_INITIAL_DIRECTORY", allowEmpty: false)
        || Contains("XPC_SERVICE_NAME", "com.jetbrains.rider")
        || Contains("TERMINAL_EMULATOR", "JetBrains-JediTerm");

    private static bool Contains(string variable, string text) =>
        EnvironmentInfo.GetVariable(variable)?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false;
}

public class VSCode : Terminal
{
    internal static bool IsRunningVSCode =>
        EnvironmentInfo.HasVariable("VSCODE_GIT_IPC_HANDLE", allowEmpty: false)
        || EnvironmentInfo.HasVariable("VSCODE_PID", allowEmpty: false);
}

public class VisualStudio : Terminal
{
    internal static bool IsRunningVisualStudio => EnvironmentInfo.HasVariable("VisualStudioVersion", allowEmpty: false);
}
