using System.Diagnostics;
using System.Text.Json;

namespace Slipway.Releases.Tests;

/// <summary>The real GitVersion 6, from the package GitVersion.MsBuild, where NuGet has it on this machine.</summary>
static class RealGitVersion
{
    const string Version = "6.8.2";

    /// <summary>Null: the package is not here.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Its answer; null when it fails, which it does for histories that it does not understand.</summary>
    public static async Task<Dictionary<string, string>?> CalculateAsync(string directory)
    {
        var start = new ProcessStartInfo("dotnet", [Program!, directory, "/nofetch", "/nonormalize", "/nocache"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // What a build server says of another repository must not decide.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal))
                .ToList()
        )
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        if (process.ExitCode != 0 || !output.StartsWith('{'))
            return null;
        using var json = JsonDocument.Parse(output);
        return json
            .RootElement.EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.ToString(), StringComparer.Ordinal);
    }

    static string? Find()
    {
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var program = Path.Combine(packages, "gitversion.msbuild", Version, "tools", "net10.0", "gitversion.dll");
        return File.Exists(program) ? program : null;
    }
}
