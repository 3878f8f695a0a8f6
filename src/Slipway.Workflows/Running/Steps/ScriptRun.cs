using System.Collections.Immutable;
using System.Globalization;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Runs a <c>run</c> step's script.</summary>
sealed class ScriptRun(
    StepAttempt attempt,
    RunStep step,
    ImmutableSortedDictionary<string, string> machine,
    SecretMasker masker,
    TimeProvider time
)
{
    /// <exception cref="StepException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    public async Task<StepResult> RunAsync(CancellationToken cancellation)
    {
        var scope = attempt.Scope;
        var script = TemplateEvaluator.Text(step.Run, scope);
        using var files = new StepFiles(attempt.State.TempDirectory);
        var environment = StepEnvironment
            .Compose(machine, attempt.Environment, attempt.State, attempt.GitHubAction)
            .SetItems(files.Variables);
        var shell = ScriptShell.Find(Evaluated(step.Shell, attempt.State.Defaults?.Shell, scope), environment["PATH"]);
        var directory = Directory(Evaluated(step.WorkingDirectory, attempt.State.Defaults?.WorkingDirectory, scope));
        WriteHead(script, shell);

        var output = new OutputInterpreter(attempt.Log, masker);
        var changes = new StepChanges(files, attempt.Log);
        try
        {
            var exitCode = await StepProcess.RunAsync(
                shell.For(files.WriteScript(shell, script)),
                environment,
                directory,
                output.Take,
                time,
                cancellation
            );
            output.Close();
            return Result(exitCode, output, changes);
        }
        catch (OperationCanceledException)
        {
            output.Close();
            attempt.Left = Changed(output, changes);
            throw;
        }
    }

    StepResult Result(int exitCode, OutputInterpreter output, StepChanges changes)
    {
        if (exitCode != 0)
        {
            var problem = string.Create(CultureInfo.InvariantCulture, $"Process completed with exit code {exitCode}.");
            attempt.Log.Write(new LogLine(LogKind.Error, problem));
        }
        var changed = Changed(output, changes) with { ExitCode = exitCode };
        if (exitCode == 0 && !output.HasFailed && !changes.HasFailed)
            return changed;
        attempt.Left = changed;
        return attempt.Failed();
    }

    StepResult Changed(OutputInterpreter output, StepChanges changes) =>
        new(attempt.Name, StepConclusion.Success, StepConclusion.Success)
        {
            Outputs = changes.Map("GITHUB_OUTPUT", output.Outputs),
            State = changes.Map("GITHUB_STATE", output.State),
            Environment = changes.Environment(),
            Path = changes.Path(),
            Summary = changes.Summary(),
        };

    static string? Evaluated(string? own, string? byDefault, EvaluationScope scope) =>
        (own ?? byDefault) is { } text ? TemplateEvaluator.Text(text, scope) : null;

    string Directory(string? relative)
    {
        var directory = Path.GetFullPath(Path.Combine(attempt.State.Workspace, relative ?? ""));
        return System.IO.Directory.Exists(directory)
            ? directory
            : throw new StepException(
                $"The working-directory '{relative}' is not there: an earlier step must make it, or the checkout must have it."
            );
    }

    /// <summary>What GitHub writes above a script's output.</summary>
    void WriteHead(string script, ScriptShell shell)
    {
        var lines = script.TrimEnd('\n').Split('\n');
        attempt.Log.Write(new LogLine(LogKind.Group, $"Run {lines[0]}"));
        foreach (var line in lines)
            attempt.Log.Write(line);
        attempt.Log.Write($"shell: {shell.Program} {string.Join(' ', shell.Arguments)}");
        if (attempt.Environment.Count > 0)
            attempt.Log.Write("env:");
        foreach (var (name, value) in attempt.Environment)
            attempt.Log.Write($"  {name}: {value}");
        attempt.Log.Write(new LogLine(LogKind.EndGroup, ""));
    }
}
