using System.Collections;
using System.Reflection;
using Slipway.Testing;

namespace Nuke.Conformance;

/// <summary>One of the builds in <c>Builds/Samples</c>, started in a root directory of the test's own.</summary>
sealed class SampleBuild : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>All that a run sees of the environment of the tests.</summary>
    static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "LD_LIBRARY_PATH"];

    readonly TempDirectory _root = new();
    readonly string _name;

    public SampleBuild(string name, bool withNukeDirectory = true)
    {
        _name = name;
        if (withNukeDirectory)
            Directory.CreateDirectory(_root[".nuke"]);
    }

    /// <summary>The assembly that holds all samples, in its output directory.</summary>
    public static string Assembly { get; } =
        typeof(SampleBuild)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(x => x.Key == "Samples")
            .Value!;

    /// <summary>The root directory, with its links resolved, as a build prints it.</summary>
    public string Root => _root.Path;

    /// <summary>Variables of the build's environment.</summary>
    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the build is started; default: in the root.</summary>
    public string? WorkingDirectory { get; init; }

    public string Write(string relative, string content) => _root.Write(relative, content);

    public string Read(string relative) => File.ReadAllText(_root[relative]);

    public bool Exists(string relative) => Path.Exists(_root[relative]);

    public Task<SampleRun> RunAsync(params string[] arguments) => RunAssemblyAsync(Assembly, arguments);

    public async Task<SampleRun> RunAssemblyAsync(string assembly, params string[] arguments)
    {
        var result = await CommandLine.RunAsync(
            "dotnet",
            [assembly, .. arguments],
            WorkingDirectory ?? Root,
            EnvironmentOfRun(),
            Limit
        );
        return new SampleRun(result);
    }

    Dictionary<string, string?> EnvironmentOfRun()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            if (!Inherited.Contains(variable.Key))
                all[(string)variable.Key] = null;
        }

        all["CONFORMANCE_SAMPLE"] = _name;
        all["NUKE_TELEMETRY_OPTOUT"] = "1";
        // Not xterm: NUKE then writes no colours.
        all["TERM"] = "dumb";
        foreach (var (name, value) in Environment)
            all[name] = value;
        return all;
    }

    public void Dispose() => _root.Dispose();
}
