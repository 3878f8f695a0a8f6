using Nuke.Common.Tooling;
using Slipway.Components.Tests.Support;
using Slipway.Testing;

namespace Slipway.Components.Tests;

public sealed class QuietTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void What_a_tool_said_is_kept_and_nothing_else_happens_when_it_succeeds()
    {
        Finish("--version");

        File.ReadAllText(_root["artifacts/logs/sample.log"]).Should().StartWith("git version");
    }

    [Fact]
    public void A_tool_that_fails_fails_the_build_with_the_place_of_its_log()
    {
        var finishing = () => Finish("bogus");

        finishing
            .Should()
            .Throw<BuildException>()
            .WithMessage("git ended with 1. All it said: artifacts/logs/sample.log");
        File.ReadAllText(_root["artifacts/logs/sample.log"]).Should().Contain("'bogus' is not a git command");
    }

    void Finish(string arguments)
    {
        using var process = ProcessTasks.StartProcess(
            ToolPathResolver.GetPathExecutable("git"),
            arguments,
            logOutput: false,
            logInvocation: false
        );
        process.WaitForExit();
        Quiet.Handler(new SampleBuild(_root.Path), "sample")(process);
    }

    [Fact]
    public void Errors_of_compiler_and_tools_are_told_each_once()
    {
        Quiet
            .Telling([
                "  Determining projects to restore...",
                "  Program.cs(3,1): error CS1002: ; expected [Sample.csproj]",
                "error NU1101: no such package",
                "Program.cs(3,1): error CS1002: ; expected [Sample.csproj]",
                "Build FAILED.",
            ])
            .Should()
            .Equal("Program.cs(3,1): error CS1002: ; expected [Sample.csproj]", "error NU1101: no such package");
    }

    [Fact]
    public void Without_a_known_error_the_last_lines_are_told()
    {
        var lines = Enumerable.Range(1, 40).Select(number => $"line {number}").Append("").ToList();

        Quiet.Telling(lines).Should().HaveCount(30).And.StartWith("line 11").And.EndWith("line 40");
    }

    [Fact]
    public void A_flood_of_errors_is_cut()
    {
        var lines = Enumerable.Range(1, 100).Select(number => $"a.cs({number},1): error CS1002: ;").ToList();

        Quiet.Telling(lines).Should().HaveCount(30);
    }
}
