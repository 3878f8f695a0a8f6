using System.ComponentModel;
using System.Diagnostics;

namespace Slipway.Releases;

/// <summary>The git command in one directory, undisturbed by the caller's language, configuration and hooks.</summary>
/// <param name="program">The command's name or path.</param>
sealed class Git(string directory, string program = "git")
{
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>How long one command may take; then its process tree is ended. Default: no limit.</summary>
    public TimeSpan Limit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Environment variables for git, added to this process's own.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who git says it is, where a host asks; null: as it is configured.</summary>
    public GitCredential? Credential { get; init; }

    /// <summary>The same command in another directory, with further environment variables.</summary>
    public Git In(string other, params IEnumerable<KeyValuePair<string, string>> variables) =>
        new(other, program)
        {
            Limit = Limit,
            Credential = Credential,
            Variables = Variables.Concat(variables).ToDictionary(StringComparer.Ordinal),
        };

    /// <summary>Runs git and answers its output's lines.</summary>
    /// <exception cref="ReleaseException">Git is missing or failed; with what it said.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var answer = await AskAsync(cancellationToken, arguments);
        return answer.IsGood ? answer.Lines : throw Failed(arguments, answer.Error);
    }

    /// <summary>Runs git and answers what came of it, whatever that is.</summary>
    /// <exception cref="ReleaseException">Git is missing, or did not end within the limit.</exception>
    public async Task<GitAnswer> AskAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start(arguments);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(reading, error);
            await process.WaitForExitAsync(limit.Token);
            return new GitAnswer(process.ExitCode, output.ToArray(), (await error).Trim());
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ReleaseException(
                $"'git {string.Join(' ', arguments)}' did not end within {Limit.TotalSeconds:0} s in {Directory} and was ended.",
                late
            );
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
        foreach (var argument in (Credential?.Arguments ?? []).Concat(arguments))
            start.ArgumentList.Add(argument);
        if (Credential is { Environment: var (token, secret) })
            start.Environment[token] = secret;
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
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

    public ReleaseException Failed(string[] arguments, string error) =>
        error.Contains("not a git repository", StringComparison.Ordinal)
            ? new ReleaseException(
                $"{Directory} is in no git repository: the version comes from its tags and commits. "
                    + "Run 'git init' and commit, or clone the repository instead of copying it."
            )
            : new ReleaseException($"'git {string.Join(' ', arguments)}' failed in {Directory}: {error}");
}
