using System.Runtime.Versioning;
using System.Text.Json;
using Slipway.Components.Running;
using Slipway.Testing;

namespace Slipway.Components.Tests.Support;

/// <summary>
/// A repository with a workflow that its build (<c>Slipway.Testing.Build</c>) has written and runs, each job a process.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class WorkflowCheckout : IDisposable
{
    const string Program = "Slipway.Testing.Build";

    const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly GitRepository _repository;

    WorkflowCheckout(GitRepository repository) => _repository = repository;

    public static async Task<WorkflowCheckout> CreateAsync()
    {
        var checkout = new WorkflowCheckout(await GitRepository.CreateAsync());
        checkout.WriteBuild();
        await checkout.BuildAsync("Workflows");
        await checkout.CommitAsync("src/a", "1");
        await checkout.CommitAsync("checks/a", "1");
        return checkout;
    }

    public void Dispose() => _repository.Dispose();

    public async Task CommitAsync(string file, string content)
    {
        _repository.Write(file, content);
        await _repository.CommitAsync($"feat: {file}");
    }

    /// <summary>Runs the workflow of the commit to its good end.</summary>
    public async Task<WorkflowRun> RunAsync(params string[] arguments)
    {
        var result = await BuildAsync(["Run", "--workflow", "sample", "--json", .. arguments]);
        return new WorkflowRun(JsonSerializer.Deserialize<RunJson>(result.Output, JsonSerializerOptions.Web)!);
    }

    void WriteBuild()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var script = _repository.Write(
            "build.sh",
            $"""
            #!/bin/sh
            exec "{dotnet}" "{Path.Combine(Output, $"{Program}.dll")}" "$@"

            """
        );
        File.SetUnixFileMode(script, Executable);
        _repository.Write(".nuke/parameters.json", "{}");
        _repository.Write(".gitignore", ".nuke/temp\nartifacts\nmade\n");
        _repository.Write("global.json", "{}");
    }

    async Task<CommandResult> BuildAsync(params string[] arguments)
    {
        var result = await CommandLine.RunAsync(
            Path.Combine(_repository.Path, "build.sh"),
            arguments,
            _repository.Path,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["TERM"] = "dumb" }
        );
        result.ExitCode.Should().Be(0, result.All);
        return result;
    }

    /// <summary>
    /// Beside the tests' own output, as <c>artifacts/bin/&lt;project&gt;/&lt;configuration&gt;/</c>, and not in it. There,
    /// coverlet counts in each assembly, and its lock on the file of counts holds within one session (setsid(2)) only:
    /// jobs run side by side, in sessions of their own, and would abort.
    /// </summary>
    static string Output
    {
        get
        {
            var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            return Path.GetFullPath(Path.Combine(own, "..", "..", Program, Path.GetFileName(own)));
        }
    }
}
