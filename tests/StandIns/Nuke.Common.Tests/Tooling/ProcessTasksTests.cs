using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Slipway.Testing;

namespace Nuke.Common.Tests.Tooling;

[Collection(ProcessWide.Name)]
public sealed class ProcessTasksTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly LogSink _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Output_is_collected_and_logged_line_by_line()
    {
        using var process = ProcessTasks.StartShell("echo out; echo err >&2").AssertZeroExitCode();

        process.Output.Should().HaveCount(2);
        process.Output.Single(x => x.Type == OutputType.Err).Text.Should().Be("err");
        process.Output.StdToText().Should().Be("out");
        _log.Lines.Should().Contain(["Debug: out", "Error: err"]);
    }

    [Fact]
    public void The_command_line_is_logged_before_the_output()
    {
        ProcessTasks.StartProcess("echo", "hello").AssertZeroExitCode();

        _log.Lines.First().Should().MatchRegex("^Information: > \".*/echo\" \"hello\"$");
    }

    [Fact]
    public void Braces_in_output_are_shown_as_they_are()
    {
        ProcessTasks.StartProcess("echo", "{0} {{x}} {Name}", logInvocation: false).AssertZeroExitCode();

        _log.Lines.Should().Contain("Debug: {0} {{x}} {Name}");
    }

    [Fact]
    public void Nothing_is_logged_when_asked()
    {
        ProcessTasks.StartProcess("echo", "hello", logOutput: false, logInvocation: false).AssertZeroExitCode();

        _log.Lines.Should().NotContain(x => x.Contains("hello"));
    }

    [Fact]
    public void A_logger_takes_the_place_of_the_log()
    {
        var lines = new List<string>();

        ProcessTasks.StartProcess("echo", "hello", logger: (_, line) => lines.Add(line)).AssertZeroExitCode();

        lines.Should().Equal("hello");
    }

    [Fact]
    public void A_failure_says_command_directory_and_error_output()
    {
        var run = () =>
            ProcessTasks.StartShell("echo broken >&2; exit 3", workingDirectory: _directory.Path).AssertZeroExitCode();

        run.Should()
            .Throw<ProcessException>()
            .WithMessage($"Process 'bash' exited with code 3.*> */bash -c *@ {_directory.Path}*Error output:*broken*")
            .Which.ExitCode.Should()
            .Be(3);
    }

    [Fact]
    public void A_secret_is_in_neither_log_nor_output_nor_error()
    {
        var secret = "s3cret";

        var run = () =>
            ProcessTasks.StartProcess("bash", $"-c {"echo $0; echo $0 >&2; exit 1"} {secret:r}").AssertZeroExitCode();
        var process = ProcessTasks.StartProcess("echo", $"token={secret:r}").AssertZeroExitCode();

        run.Should().Throw<ProcessException>().Which.Message.Should().NotContain(secret);
        process.Output.StdToText().Should().Be("token=[REDACTED]");
        process.Arguments.Should().Be("token=[REDACTED]");
        _log.Lines.Should().NotContain(x => x.Contains(secret));
    }

    [Fact]
    public async Task A_process_over_its_time_limit_is_killed()
    {
        using var process = ProcessTasks.StartProcess("sleep", "600", timeout: 50);

        var wait = () => process.AssertWaitForExit();

        wait.Should().Throw<ArgumentException>().WithMessage("Process 'sleep' exceeded its time limit*");
        await Wait.UntilAsync(() => process.HasExited, "the process is gone");
    }

    [Fact]
    public void A_process_within_its_time_limit_has_all_its_output()
    {
        using var process = ProcessTasks.StartShell("seq 1000", timeout: 60_000, logOutput: false).AssertZeroExitCode();

        process.Output.Should().HaveCount(1000);
    }

    [Fact]
    public void The_environment_is_the_given_one_alone()
    {
        var environment = new Dictionary<string, string> { ["ONLY"] = "this" };

        using var process = ProcessTasks.StartProcess("env", environmentVariables: environment).AssertZeroExitCode();

        process.Output.Select(x => x.Text).Should().Equal("ONLY=this");
    }

    [Fact]
    public void Another_working_directory_is_logged()
    {
        using var process = ProcessTasks.StartProcess("pwd", workingDirectory: _directory.Path).AssertZeroExitCode();

        process.Output.StdToText().Should().Be(_directory.Path);
        _log.Lines.Should().Contain($"Information: @ \"{_directory.Path}\"");
    }

    [Fact]
    public void A_working_directory_that_does_not_exist_is_named()
    {
        var run = () => ProcessTasks.StartProcess("pwd", workingDirectory: _directory["missing"]);

        run.Should().Throw<ArgumentException>().WithMessage($"*{_directory["missing"]}*");
    }

    [Fact]
    public void A_dll_is_run_by_dotnet()
    {
        var dll = typeof(ProcessTasksTests).Assembly.Location;

        using var process = ProcessTasks.StartProcess(dll, "--x", logOutput: false);

        Path.GetFileName(process.FileName).Should().Be("dotnet");
        process.Arguments.Should().Be($"{dll} --x");
        process.Kill();
    }

    [Fact]
    public void Only_standard_output_can_be_insisted_on()
    {
        var output = ProcessTasks.StartShell("echo warning >&2").AssertZeroExitCode().Output;

        output.Invoking(x => x.EnsureOnlyStd()).Should().Throw<ArgumentException>().WithMessage("*warning*");
    }

    [Fact]
    public void A_file_is_made_executable_and_linked()
    {
        AbsolutePath script = _directory.Write("script", "#!/bin/sh\necho ran\n");

        script.SetExecutable().AddUnixSymlink((AbsolutePath)_directory.Path / "link");

        ProcessTasks.StartProcess(_directory["link"]).AssertZeroExitCode().Output.StdToText().Should().Be("ran");
        script.SetUnixPermissions(600);
        ProcessTasks.StartProcess("stat", $"-c %a {script}").AssertZeroExitCode().Output.StdToText().Should().Be("600");
    }

    [Fact]
    public void The_content_of_a_file_is_logged()
    {
        AbsolutePath file = _directory.Write("file", "a {b}");

        file.Print();

        _log.Lines.Should().Contain(x => x.Contains("a {b}"));
    }
}
