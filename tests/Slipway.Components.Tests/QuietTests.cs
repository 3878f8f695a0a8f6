namespace Slipway.Components.Tests;

public sealed class QuietTests
{
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
