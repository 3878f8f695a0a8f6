namespace Benchmarks.StartUp;

/// <summary>The least that a .NET program costs: one line, built for this run in a directory of its own.</summary>
sealed class HelloWorld : IDisposable
{
    readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slipway-hello-");

    public string Assembly => Path.Combine(_directory.FullName, "out", "hello.dll");

    public static async Task<HelloWorld> CreateAsync()
    {
        var hello = new HelloWorld();
        await File.WriteAllTextAsync(
            Path.Combine(hello._directory.FullName, "hello.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """
        );
        await File.WriteAllTextAsync(
            Path.Combine(hello._directory.FullName, "Program.cs"),
            "System.Console.WriteLine(\"Hello\");"
        );
        await Command.TimeAsync([
            "dotnet",
            "build",
            hello._directory.FullName,
            "-c",
            "Release",
            "-o",
            Path.Combine(hello._directory.FullName, "out"),
        ]);
        return hello;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
