// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>The options of one invocation of a tool: how the process runs, and in derived types its arguments.</summary>
public abstract class ToolOptions : Options
{
    protected ToolOptions()
    {
        foreach (var (option, value) in VerbosityMapping.For(GetType()))
            Start(option, value);
    }

    /// <summary>Where the tool is; when null it is looked for as its <see cref="ToolTasks"/> say.</summary>
    public string ProcessToolPath => Get<string>();

    public string ProcessWorkingDirectory => Get<string>();

    /// <summary>All variables of the process; unless set, those of this one.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables =>
        Get<IReadOnlyDictionary<string, string>>() ?? EnvironmentInfo.Variables;

    /// <summary>Milliseconds after which the process is killed.</summary>
    public int? ProcessExecutionTimeout => Get<int?>();

    public bool? ProcessOutputLogging => Get<bool?>();

    public bool? ProcessInvocationLogging => Get<bool?>();

    /// <summary>Whether the exit code is looked at: yes, unless false.</summary>
    public bool? ProcessExitHandling => Get<bool?>();

    /// <summary>Texts to redact in log and output, beside options that are secret by themselves.</summary>
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<IReadOnlyList<string>>();

    /// <summary>Appended to the arguments as they are.</summary>
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<IReadOnlyList<string>>();

    internal Action<OutputType, string> ProcessLogger => Get<Action<OutputType, string>>();

    internal Action<ToolOptions, IProcess> ProcessExitHandler => Get<Action<ToolOptions, IProcess>>();

    internal bool InheritsEnvironment => Get<object>(nameof(ProcessEnvironmentVariables)) is null;

    internal IEnumerable<string> GetArguments() => ArgumentRendering.Render(this);

    internal IReadOnlyCollection<string> GetSecrets() => ArgumentRendering.Secrets(this);

    internal Action<OutputType, string> GetLogger()
    {
        var command = GetType().GetCustomAttribute<CommandAttribute>().NotNull($"{GetType().Name} has no [Command]");
        return ((ToolTasks)Activator.CreateInstance(command.Type)).NotNull().GetLogger(this);
    }
}
