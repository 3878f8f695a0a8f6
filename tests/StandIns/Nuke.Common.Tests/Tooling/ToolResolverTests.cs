using Nuke.Common.Tooling;
using Slipway.Testing;

namespace Nuke.Common.Tests.Tooling;

[Collection(ProcessWide.Name)]
public sealed class ToolResolverTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public ToolResolverTests()
    {
        Environment.SetEnvironmentVariable("PATH", $"{_directory.Path}{Path.PathSeparator}{_path}");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        Environment.SetEnvironmentVariable("MYTOOL_EXE", null);
        _directory.Dispose();
    }

    [Fact]
    public void A_tool_on_the_path_runs_and_answers_its_output()
    {
        _directory.WriteScript("mytool", "echo \"$1|$2\"");

        ToolResolver.GetPathTool("mytool")($"a {"b c"}").StdToText().Should().Be("a|b c");
    }

    [Fact]
    public void A_tool_that_fails_throws_unless_the_exit_is_handled()
    {
        _directory.WriteScript("mytool", "exit 4");
        var tool = ToolResolver.GetPathTool("mytool");
        var exitCode = 0;

        tool.Invoking(x => x("")).Should().Throw<ProcessException>();
        tool("", exitHandler: process => exitCode = process.ExitCode);

        exitCode.Should().Be(4);
    }

    [Fact]
    public void A_variable_moves_a_tool()
    {
        Environment.SetEnvironmentVariable("MYTOOL_EXE", _directory.WriteScript("other", "echo moved"));

        ToolResolver.GetEnvironmentOrPathTool("mytool")("").StdToText().Should().Be("moved");
    }

    [Fact]
    public void A_variable_that_names_nothing_is_an_error()
    {
        Environment.SetEnvironmentVariable("MYTOOL_EXE", "/missing");

        var resolve = () => ToolResolver.TryGetEnvironmentTool("mytool");

        resolve.Should().Throw<ArgumentException>().WithMessage("*'/missing'*'MYTOOL_EXE'*");
    }

    [Fact]
    public void A_file_that_is_not_executable_is_no_tool()
    {
        _directory.Write("mytool", "text");

        var resolve = () => ToolPathResolver.GetPathExecutable("mytool");

        resolve.Should().Throw<ArgumentException>().WithMessage("Could not find 'mytool' on the PATH*");
    }

    [Fact]
    public void An_attribute_injects_the_tool_of_the_members_name()
    {
        _directory.WriteScript("mytool", "echo injected");
        var member = GetType().GetProperty(nameof(MyTool))!;

        var tool = (Tool)new PathVariableAttribute().GetValue(member, this);

        tool("").StdToText().Should().Be("injected");
        new PathVariableAttribute("other")
            .GetRequirement(member)
            .Should()
            .BeOfType<PathToolRequirement>()
            .Which.PathExecutable.Should()
            .Be("other");
    }

    [Fact]
    public void A_tool_that_is_not_there_is_injected_as_null_without_a_warning()
    {
        using var log = new LogSink();

        new PathVariableAttribute("no-such-tool")
            .TryGetValue(GetType().GetProperty(nameof(MyTool))!, this)
            .Should()
            .BeNull();

        log.Lines.Should().BeEmpty();
    }

    public Tool MyTool => throw new NotSupportedException();
}
