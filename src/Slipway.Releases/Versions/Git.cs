using System.ComponentModel;
using System.Diagnostics;

namespace Slipway.Releases;

/// <summary>The git command in one directory, undisturbed by the caller's language, configuration and hooks.</summary>
/// <param name="program">The command's name or path.</param>
sealed class Git(string directory, string program = "git")
{
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>Runs git and answers its output's lines.</summary>
    /// <exception cref="ReleaseException">Git is missing or failed; with what it said.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start(arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw Failed(arguments, (await error).Trim());
            return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts git and answers its output while it is written.</summary>
    /// <exception cref="ReleaseException">Git is missing.</exception>
    public GitOutput Open(string[] arguments) => new(Start(arguments), error => Failed(arguments, error));

    Process Start(string[] arguments)
    {
        if (!System.IO.Directory.Exists(Directory))
            throw new ReleaseException($"{Directory} is not there: name a directory of a git repository.");
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Reading must not wait for, or leave behind, the index's lock.
        start.ArgumentList.Add("--no-optional-locks");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        // Set inside a hook, these would send git to another repository than this directory's.
        foreach (var name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"])
            start.Environment.Remove(name);

        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("The process was not started.");
        }
        catch (Win32Exception exception)
        {
            throw new ReleaseException(
                $"{program} cannot be started: install it, or put it on the PATH. Versions come from the repository's tags.",
                exception
            );
        }
    }

    ReleaseException Failed(string[] arguments, string error) =>
        error.Contains("not a git repository", StringComparison.Ordinal)
            ? new ReleaseException(
                $"{Directory} is in no git repository: the version comes from its tags and commits. "
                    + "Run 'git init' and commit, or clone the repository instead of copying it."
            )
            : new ReleaseException($"'git {string.Join(' ', arguments)}' failed in {Directory}: {error}");
}
