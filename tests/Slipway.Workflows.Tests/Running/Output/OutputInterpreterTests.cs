using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Output;

public sealed class OutputInterpreterTests : IDisposable
{
    readonly StepBench _bench = new();

    [Theory]
    [InlineData("error", LogKind.Error)]
    [InlineData("WARNING", LogKind.Warning)]
    [InlineData("notice", LogKind.Notice)]
    public async Task An_annotation_names_its_place(string name, LogKind kind)
    {
        await _bench.RunAsync(
            $"echo '  ::{name} file=src/A.cs,line=7,endLine=8,col=2,endColumn=3,title=Two%2C or%3A::bad%0Aworse %25'"
        );

        _bench
            .Lines[^1]
            .Should()
            .Be(
                new LogLine(kind, "bad\nworse %")
                {
                    Annotation = new Annotation
                    {
                        File = "src/A.cs",
                        Line = 7,
                        EndLine = 8,
                        Column = 2,
                        EndColumn = 3,
                        Title = "Two, or:",
                    },
                }
            );
    }

    [Fact]
    public async Task Groups_and_debug_lines_are_marked()
    {
        await _bench.RunAsync("echo ::group::Build; echo inside; echo ::endgroup::; echo ::debug::why");

        _bench
            .Lines.TakeLast(4)
            .Should()
            .Equal(
                new LogLine(LogKind.Group, "Build"),
                new LogLine(LogKind.Text, "inside"),
                new LogLine(LogKind.EndGroup, ""),
                new LogLine(LogKind.Debug, "why")
            );
    }

    [Fact]
    public async Task What_is_no_command_is_a_text()
    {
        await _bench.RunAsync("echo ::unknown::x; echo :: ; echo 'a ::error::b'");

        _bench.Output.Should().Equal("::unknown::x", "::", "a ::error::b");
    }

    [Fact]
    public async Task Between_stop_commands_and_its_token_commands_are_text()
    {
        await _bench.RunAsync("echo ::stop-commands::t0k3n; echo ::error::no; echo ::t0k3n::; echo ::error::yes");

        _bench.Errors.Should().Equal("yes");
        _bench.Output.Should().Contain("::error::no");
    }

    [Fact]
    public async Task A_token_that_is_a_command_fails_the_step()
    {
        var result = await _bench.RunAsync("echo ::stop-commands::error");

        result.Outcome.Should().Be(StepConclusion.Failure);
        _bench.Errors.Single().Should().StartWith("::stop-commands:: needs a token that is no command");
    }

    [Theory]
    [InlineData("::set-env name=A::1", "::set-env:: is disabled, as on GitHub: write to the file GITHUB_ENV instead.")]
    [InlineData("::add-path::/a", "::add-path:: is disabled, as on GitHub: write to the file GITHUB_PATH instead.")]
    public async Task The_commands_that_GitHub_disabled_fail_the_step(string command, string error)
    {
        var result = await _bench.RunAsync($"echo '{command}'");

        result.Outcome.Should().Be(StepConclusion.Failure);
        _bench.Errors.Should().Equal(error);
    }

    [Fact]
    public async Task The_old_way_to_set_an_output_still_works_with_a_warning()
    {
        var result = await _bench.RunAsync("echo '::set-output name=a::1'");

        result.Outputs.Should().Equal(("a", "1"));
        _bench.Lines[^1].Kind.Should().Be(LogKind.Warning);
    }

    public void Dispose() => _bench.Dispose();
}
