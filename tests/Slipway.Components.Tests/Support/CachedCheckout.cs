using Slipway.Testing;

namespace Slipway.Components.Tests.Support;

/// <summary>A checkout that <see cref="CachedBuild"/> builds, each run a process.</summary>
sealed class CachedCheckout : IDisposable
{
    readonly TempDirectory _directory = new();

    public CachedCheckout()
    {
        Directory.CreateDirectory(_directory[".nuke"]);
        Write("src/a", "1");
    }

    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal) { ["TERM"] = "dumb" };

    /// <summary>All that the last run said.</summary>
    public string Said { get; private set; } = "";

    public string Root => _directory.Path;

    public void Write(string file, string content) => _directory.Write(file, content);

    public void Delete(string file) => File.Delete(_directory[file]);

    public string Read(string file) => File.ReadAllText(_directory[file]);

    /// <summary>Runs the build and answers which targets ran, in order.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        Delete("ran.txt");
        var program = System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var result = await CommandLine.RunAsync(
            program,
            [typeof(CachedCheckout).Assembly.Location, .. arguments, "--root", Root],
            Root,
            Environment
        );
        Said = result.All;
        return File.Exists(_directory["ran.txt"])
            ? string.Join(' ', (await File.ReadAllLinesAsync(_directory["ran.txt"])))
            : "";
    }

    public void Dispose() => _directory.Dispose();
}
