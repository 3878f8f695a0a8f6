using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>This repository's <c>build.sh</c> with a build that compiles in seconds: it says where it is and what it was told.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BuildTree : IDisposable
{
    readonly TempDirectory _directory = new();

    public BuildTree()
    {
        Write(
            "build/_build.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <!-- Like the compiler's own servers: it stays, here as long as this tree. -->
              <Target Name="Stay" AfterTargets="Build">
                <Exec Command="while [ -d '$(MSBuildProjectDirectory)' ]; do sleep 1; done &lt;/dev/null &gt;/dev/null 2&gt;&amp;1 &amp;" />
              </Target>
            </Project>
            """
        );
        Change();
        Write("Directory.Build.props", "<Project />");
        Write("src/StandIns/Any/Any.cs", "");
        Write("src/Slipway.Any/Any.cs", "");
        File.Copy(Path.Combine(Repository.Root(), "global.json"), Path.Combine(Root, "global.json"));
        File.Copy(Path.Combine(Repository.Root(), "build.sh"), Script);
    }

    public string Root => _directory["ünï code/tree"];

    public string Script => Path.Combine(Root, "build.sh");

    /// <summary>What a run runs, after the first.</summary>
    public string Assembly => File.ReadAllLines(Path.Combine(Root, ".nuke", "temp", "build.stamp"))[2];

    /// <summary>Where it is compiled ahead.</summary>
    public string Ahead => Path.Combine(Path.GetDirectoryName(Assembly)!, "ahead");

    /// <summary>What was said of that.</summary>
    public string AheadLog => File.ReadAllText(Path.Combine(Root, ".nuke", "temp", "ahead.log"));

    /// <summary>A place outside of it.</summary>
    public string Elsewhere => _directory.Path;

    public string Beside(string name) => _directory[name];

    public string Write(string file, string content) => _directory.Write(Path.Combine(Root, file), content);

    /// <summary>Now the build must be compiled again.</summary>
    public void Change() =>
        Write(
            "build/Program.cs",
            """System.Console.WriteLine(System.Environment.CurrentDirectory + "|" + string.Join("|", args));"""
        );

    public Task<CommandResult> RunAsync(params string[] arguments) => CommandLine.RunAsync(Script, arguments, Root);

    public void Dispose() => _directory.Dispose();
}
