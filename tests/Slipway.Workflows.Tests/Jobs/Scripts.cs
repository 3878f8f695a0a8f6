using Slipway.Testing;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>Runs the scripts of a job as GitHub's runner starts them: <c>shell: bash</c>.</summary>
sealed class Scripts : IDisposable
{
    readonly TempDirectory _temp = new();

    /// <summary>The files that runners hand to each other: where artifacts are.</summary>
    public string Temp => _temp.Path;

    /// <returns>The outputs that the step has set.</returns>
    public async Task<Dictionary<string, string>> RunAsync(
        RunStep step,
        string directory,
        params (string, string)[] env
    )
    {
        var result = await TryAsync(step, directory, env);
        result.ExitCode.Should().Be(0, "it said\n{0}", result.All);
        return (await File.ReadAllLinesAsync(_temp["output"]))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }

    public async Task<CommandResult> TryAsync(RunStep step, string directory, params (string Name, string Value)[] env)
    {
        await File.WriteAllTextAsync(_temp["output"], "");
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GITHUB_OUTPUT"] = _temp["output"],
            ["RUNNER_TEMP"] = Temp,
        };
        foreach (var (name, value) in env)
            variables[name] = value;
        return await CommandLine.RunAsync(
            "bash",
            ["--noprofile", "--norc", "-eo", "pipefail", _temp.Write("script.sh", step.Run)],
            directory,
            variables
        );
    }

    public void Dispose() => _temp.Dispose();
}
