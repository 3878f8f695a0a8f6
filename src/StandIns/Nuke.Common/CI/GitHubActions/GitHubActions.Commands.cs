// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
public partial class GitHubActions
{
    internal override bool AlwaysShowsColors => true;

    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    /// <summary>Writes <c>::command name=value::message</c>.</summary>
    public void WriteCommand(
        string command,
        string message = null,
        Configure<Dictionary<string, object>> dictionaryConfigurator = null
    )
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        properties = dictionaryConfigurator?.Invoke(properties) ?? properties;
        var written = properties.Select(x => $"{x.Key}={EscapeProperty(x.Value.ToString())}").JoinComma();
        var data = EscapeData(SecretMasking.Apply(message ?? ""));
        Console.WriteLine(written.Length == 0 ? $"::{command}::{data}" : $"::{command} {written}::{data}");
    }

    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    protected internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string details = null) => WriteError(text);

    /// <summary>Lets commands that tools write reach the runner as they are.</summary>
    protected internal override bool FilterMessage(string message)
    {
        if (!message.StartsWith("::", StringComparison.Ordinal) && !message.StartsWith("##[", StringComparison.Ordinal))
            return false;

        Console.WriteLine(SecretMasking.Apply(message));
        return true;
    }

    private static string EscapeData(string data) => data.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string value) => EscapeData(value).Replace(":", "%3A").Replace(",", "%2C");
}
