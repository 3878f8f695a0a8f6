using System.Collections.Concurrent;
using Slipway.Workflows.Running.Processes;

namespace Slipway.Workflows.Running.Actions;

/// <summary><c>actions/setup-dotnet</c>: the SDKs of this machine, which must be the ones that are asked for.</summary>
sealed class SetupDotNet : ILocalAction
{
    /// <summary>By the text of global.json, for all jobs of a run: to ask the SDK takes as long as a checkout.</summary>
    readonly ConcurrentDictionary<string, Task<ToolAnswer>> _selected = new(StringComparer.Ordinal);

    public async Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation)
    {
        var file = call.With.Find("global-json-file");
        var directory = file is { Length: > 0 }
            ? Path.GetDirectoryName(Path.GetFullPath(file, call.State.Workspace))!
            : call.State.Workspace;
        if (!Directory.Exists(directory))
            throw new StepException($"actions/setup-dotnet: {file} is not there; check out first.");
        var asked = Lines(call.With.Find("dotnet-version"));
        var installed = asked.Length == 0 ? [] : await InstalledAsync(directory, cancellation);
        foreach (var wanted in asked)
        {
            if (!installed.Any(version => Fits(version, wanted)))
            {
                throw new StepException(
                    $"actions/setup-dotnet: no .NET SDK {wanted} is installed here, only {string.Join(", ", installed)}: install it."
                );
            }
        }
        var answer = await SelectedAsync(directory, cancellation);
        if (!answer.IsGood)
            throw new StepException(
                $"actions/setup-dotnet: no installed .NET SDK satisfies global.json: {answer.Error}"
            );
        call.Log.Write($".NET SDK {answer.Output.Trim()}");
        return new ActionResult { Outputs = [("dotnet-version", answer.Output.Trim())] };
    }

    Task<ToolAnswer> SelectedAsync(string directory, CancellationToken cancellation)
    {
        var stated = Path.Combine(directory, "global.json");
        return File.Exists(stated)
            ? _selected.GetOrAdd(File.ReadAllText(stated), _ => AskAsync(CancellationToken.None))
            : AskAsync(cancellation);

        Task<ToolAnswer> AskAsync(CancellationToken limit) => Tool.AskAsync("dotnet", ["--version"], directory, limit);
    }

    static async Task<IReadOnlyList<string>> InstalledAsync(string directory, CancellationToken cancellation)
    {
        var answer = await Tool.AskAsync("dotnet", ["--list-sdks"], directory, cancellation);
        return [.. Lines(answer.Output).Select(line => line.Split(' ')[0])];
    }

    /// <summary><c>10.0.x</c>, <c>10</c> and <c>10.0.100</c> are all asked for.</summary>
    internal static bool Fits(string version, string wanted)
    {
        var parts = wanted.Split('.').TakeWhile(part => part is not ("x" or "X" or "*")).ToList();
        return version.Split('.').Take(parts.Count).SequenceEqual(parts, StringComparer.Ordinal);
    }

    static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
