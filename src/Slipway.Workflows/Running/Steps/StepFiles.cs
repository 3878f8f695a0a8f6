using System.Text;

namespace Slipway.Workflows.Running;

/// <summary>The files through which a step speaks to its runner, and its script. They go when the step is over.</summary>
sealed class StepFiles : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    static readonly string[] Names = ["OUTPUT", "ENV", "PATH", "STEP_SUMMARY", "STATE"];
    static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    readonly string _directory;

    /// <param name="temp">RUNNER_TEMP.</param>
    public StepFiles(string temp)
    {
        _directory = Path.Combine(temp, "_runner_file_commands", Guid.NewGuid().ToString("n"));
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_directory);
        else
            Directory.CreateDirectory(_directory, OwnerOnly);
        foreach (var path in Variables.Values)
            File.Create(path).Dispose();
    }

    /// <summary>GITHUB_OUTPUT and the others, with their files.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        Names.ToDictionary(
            name => $"GITHUB_{name}",
            name => Path.Combine(_directory, name.ToLowerInvariant()),
            StringComparer.Ordinal
        );

    /// <returns>The script's file.</returns>
    public string WriteScript(ScriptShell shell, string script)
    {
        var path = Path.Combine(_directory, $"script{shell.Extension}");
        File.WriteAllText(path, shell.Content(script), Plain);
        return path;
    }

    /// <summary>What the step wrote; empty when it took the file away.</summary>
    public string Read(string variable)
    {
        var path = Variables[variable];
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }
}
