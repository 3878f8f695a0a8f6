using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>A build that <c>build.sh</c> has compiled, for another tree that has the same sources of it.</summary>
static class CompiledBuild
{
    const string Stamp = "build.stamp";
    const string Feed = "use-stand-ins";

    /// <summary>As <c>is_fresh</c> in build.sh: what was changed since the stamp was written is in none.</summary>
    const string Newer = """
        find build src/Slipway.* src/StandIns Directory.* global.json -newercm .nuke/temp/build.stamp -print -quit
        """;

    /// <summary>Nothing where there is none, or it is out of date: then the other tree compiles its own.</summary>
    public static async Task HandOverAsync(string source, string clone)
    {
        var (from, to) = (Path.Combine(source, ".nuke", "temp"), Path.Combine(clone, ".nuke", "temp"));
        if (!File.Exists(Path.Combine(from, Stamp)))
            return;
        var changed = await CommandLine.RunAsync("bash", ["-c", Newer], source);
        if (changed.ExitCode != 0 || changed.Output.Length > 0)
            return;
        if (await File.ReadAllLinesAsync(Path.Combine(from, Stamp)) is not [var mode, var dotnet, var assembly, ..])
            return;
        // A copy: the source tree removes its own when it is compiled anew.
        var build = Path.Combine(to, "build.taken");
        Files.Copy(Path.GetDirectoryName(assembly)!, build);
        if (File.Exists(Path.Combine(from, Feed)))
            File.Copy(Path.Combine(from, Feed), Path.Combine(to, Feed));
        // Last: it has to be newer than every source.
        await File.WriteAllLinesAsync(
            Path.Combine(to, Stamp),
            [mode, dotnet, Path.Combine(build, Path.GetFileName(assembly))]
        );
    }
}
