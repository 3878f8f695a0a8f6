using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Slipway.Releases;

/// <summary>Runs a program that signs or verifies, with what it reads.</summary>
static class SigningTool
{
    /// <summary>A person may have to touch a key or to type a passphrase.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <exception cref="ReleaseException">It is missing, or did not end within two minutes.</exception>
    public static async Task<ToolAnswer> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string directory,
        byte[] input,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start(program, arguments, directory);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ToolAnswer(process.ExitCode == 0, await output, await error);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ReleaseException(
                $"{program} did not end within {Limit.TotalSeconds:0} s and was ended: does it wait for a passphrase?",
                late
            );
        }
    }

    /// <summary>What a program that signs has printed.</summary>
    /// <exception cref="ReleaseException">It does not sign; with what it said.</exception>
    public static async Task<string> SignAsync(
        string program,
        IEnumerable<string> arguments,
        string directory,
        byte[] payload,
        CancellationToken cancellationToken
    )
    {
        var answer = await RunAsync(program, arguments, directory, payload, cancellationToken);
        return answer.IsGood && answer.Output.StartsWith("-----BEGIN ", StringComparison.Ordinal)
            ? answer.Output
            : throw new ReleaseException($"{program} does not sign files: {answer.Said}.");
    }

    static async Task WriteAsync(Process process, byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading, and says why.
        }
    }

    static Process Start(string program, IEnumerable<string> arguments, string directory)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("The process was not started.");
        }
        catch (Win32Exception exception)
        {
            throw new ReleaseException(
                $"{program} cannot be started, with which git signs here: install it, or put it on the PATH.",
                exception
            );
        }
    }
}

/// <param name="Error">What it said to standard error.</param>
sealed record ToolAnswer(bool IsGood, string Output, string Error)
{
    /// <summary>In one line, for a person.</summary>
    public string Said =>
        string.Join(
                "; ",
                (Error.Length > 0 ? Error : Output).Split(
                    '\n',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
            .TrimEnd('.');
}
