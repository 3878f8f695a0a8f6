using System.ComponentModel;
using System.Diagnostics;

namespace Slipway.Verification;

/// <summary>What a finished command said.</summary>
sealed record CommandAnswer(int ExitCode, string Output, string Error)
{
    /// <summary>Why it failed: the first line it wrote to standard error, else to standard output.</summary>
    public string Complaint =>
        (Error + '\n' + Output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            is [var first, ..]
            ? first
            : $"exit code {ExitCode}";
}

/// <summary>Runs git or dotnet to its end, with a limit.</summary>
static class Command
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="VerificationException">It cannot be started, or did not end within 5 minutes.</exception>
    public static async Task<CommandAnswer> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string directory,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(file)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Start(start);
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandAnswer(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException cancelled)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new VerificationException($"{file} did not end within {Limit.TotalMinutes} minutes", cancelled);
        }
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new VerificationException($"{start.FileName} cannot be started: {failure.Message}", failure);
        }
    }
}
