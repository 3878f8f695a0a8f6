// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common;

public partial class Host
{
    internal static void Success(string text = null) => Screen.WriteLine(text, Style.Success);

    internal static void Verbose(string text = null) => Screen.WriteLine(text, Style.Verbose);

    internal static void Debug(string text = null) => Screen.WriteLine(text, Style.Debug);

    internal static void Information(string text = null) => Screen.WriteLine(text, Style.Information);

    internal static void Warning(string text = null) => Screen.WriteLine(text, Style.Warning);

    internal static void Error(string text = null) => Screen.WriteLine(text, Style.Error);
}
