using System.ComponentModel;
using System.Diagnostics;

namespace Slipway.Workflows.Running.Processes;

/// <summary>What a tool that ended said.</summary>
sealed record ToolAnswer(int ExitCode, string Output, string Error)
{
    public bool IsGood => ExitCode == 0;
}

/// <summary>Runs git or docker to its end, with a limit, and without a person to ask.</summary>
static class Tool
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // Set inside a hook, these would send git to another repository than its directory's.
    static readonly string[] Misleading = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"];

    /// <param name="variables">Set for the process, besides this one's own.</param>
    /// <exception cref="WorkflowException">It cannot be started, or did not end within 5 minutes.</exception>
    public static async Task<ToolAnswer> AskAsync(
        string file,
        IEnumerable<string> arguments,
        string directory,
        CancellationToken cancellationToken,
        IEnumerable<KeyValuePair<string, string>>? variables = null
    )
    {
        using var process = Start(file, arguments, directory, variables ?? []);
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ToolAnswer(process.ExitCode, await output, (await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkflowException($"{file} did not end within {Limit.TotalMinutes:0} minutes in {directory}");
        }
    }

    /// <returns>What it printed.</returns>
    /// <exception cref="WorkflowException">It failed; with what it said.</exception>
    public static async Task<string> RunAsync(
        string file,
        IReadOnlyList<string> arguments,
        string directory,
        CancellationToken cancellationToken
    )
    {
        var answer = await AskAsync(file, arguments, directory, cancellationToken);
        return answer.IsGood
            ? answer.Output
            : throw new WorkflowException(
                $"'{file} {string.Join(' ', arguments)}' failed in {directory}: {answer.Error}"
            );
    }

    static Process Start(
        string file,
        IEnumerable<string> arguments,
        string directory,
        IEnumerable<KeyValuePair<string, string>> variables
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        // Looking at a repository must not write its index.
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        foreach (var name in Misleading)
            start.Environment.Remove(name);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new WorkflowException(
                $"{file} cannot be started: install it, or put it on the PATH. {failure.Message}"
            );
        }
    }
}
