// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

/// <summary>A tool: where it is found, how it runs, how its output is logged and read.</summary>
public abstract partial class ToolTasks
{
    /// <summary>Changes the options just before the tool starts.</summary>
    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions => options;

    /// <summary>Runs after the exit code was accepted.</summary>
    protected virtual void PostProcess(ToolOptions options) { }

    /// <summary>Reads the result of a run that has one.</summary>
    protected virtual object GetResult<T>(ToolOptions options, IReadOnlyCollection<Output> output) => null;

    protected virtual Func<ToolOptions, IProcess, object> GetExitHandler(ToolOptions options = null) =>
        (_, process) => process.AssertZeroExitCode();

    protected virtual IReadOnlyCollection<Output> Run<T>(T options = null)
        where T : ToolOptions, new()
    {
        options ??= new T();
        var redact = ArgumentStringHandler.RedactionOf(options.GetSecrets());
        options = PreProcess(options);
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(options),
            options.GetArguments().JoinSpace(),
            options.ProcessWorkingDirectory,
            options.InheritsEnvironment ? null : options.ProcessEnvironmentVariables,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            GetLogger(options),
            redact
        );
        process.AssertWaitForExit();
        HandleExit(options, process);
        PostProcess(options);
        return process.Output;
    }

    protected virtual (TResult Result, IReadOnlyCollection<Output> Output) Run<TOptions, TResult>(
        TOptions options = null
    )
        where TOptions : ToolOptions, new()
    {
        var output = Run(options);
        try
        {
            return ((TResult)GetResult<TResult>(options, output), output);
        }
        catch (Exception exception)
        {
            Assert.Fail(
                $"Cannot parse {typeof(TResult).Name} from output:".Concat(output.Select(x => x.Text)).JoinNewLine(),
                exception
            );
            throw;
        }
    }

    protected IReadOnlyCollection<Output> Run(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    )
    {
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(),
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger ?? GetLogger()
        );
        process.AssertWaitForExit();
        if (exitHandler is null)
            GetExitHandler()(null, process);
        else
            exitHandler(process);
        return process.Output;
    }

    private void HandleExit(ToolOptions options, IProcess process)
    {
        if (options.ProcessExitHandling == false)
            return;
        if (options.ProcessExitHandler is { } handler)
            handler(options, process);
        else
            GetExitHandler(options)(options, process);
    }
}
