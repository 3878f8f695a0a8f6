using System.Reflection.PortableExecutable;
using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>What <c>build.sh</c> does before there is a build.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BuildScriptTests(BuildTree tree) : IClassFixture<BuildTree>
{
    const string Compiling = "Compiling the build.";

    [Fact]
    public async Task It_runs_in_its_own_root_wherever_and_by_whatever_name_it_is_called()
    {
        var link = tree.Beside("link");
        File.CreateSymbolicLink(link, tree.Script);

        var run = await CommandLine.RunAsync(link, ["a b", "--x", ""], tree.Elsewhere);

        run.Output.Should().Be($"{tree.Root}|a b|--x|\n", run.All);
    }

    [Fact]
    public async Task Of_two_at_once_one_compiles_and_what_the_compiler_leaves_running_holds_up_nobody()
    {
        tree.Change();

        var both = await Task.WhenAll(tree.RunAsync(), tree.RunAsync());

        both.Should().AllSatisfy(run => run.Output.Should().StartWith(tree.Root, run.All));
        both.Should().ContainSingle(run => run.Error.Contains(Compiling, StringComparison.Ordinal));
        var locked = await CommandLine.RunAsync("flock", ["-n", ".nuke/temp/build.lock", "true"], tree.Root);
        locked.ExitCode.Should().Be(0, "nobody compiles any more");
    }

    [Fact]
    public async Task Ctrl_C_while_it_compiles_is_called_that_and_the_next_run_works()
    {
        tree.Change();
        await using var build = new RunningBuild("setsid", [tree.Script], tree.Root);
        await build.UntilItSaysAsync(Compiling);

        await build.SignalGroupAsync("INT");

        var interrupted = await build.EndAsync();
        interrupted.ExitCode.Should().NotBe(0);
        interrupted
            .Output.Should()
            .Contain("Interrupted.")
            .And.NotContain("does not compile")
            .And.NotContain("restored");
        (await tree.RunAsync()).Output.Should().StartWith(tree.Root);
    }

    [Fact]
    public async Task An_SDK_that_is_too_old_and_no_way_to_a_newer_one_is_one_message()
    {
        tree.Change();
        var run = await CommandLine.RunAsync(
            tree.Script,
            [],
            tree.Root,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["PATH"] = $"{Failing("dotnet")}:{Failing("curl")}:{Environment.GetEnvironmentVariable("PATH")}",
            }
        );

        run.ExitCode.Should().Be(1, run.All);
        run.Error.Should().EndWith("and run this again.\n").And.Contain("could not be downloaded from https://");
        (await tree.RunAsync()).Output.Should().StartWith(tree.Root);
    }

    [SkippableFact]
    public async Task Behind_a_later_run_it_is_compiled_ahead_once_and_not_in_CI()
    {
        using var own = new BuildTree();
        var project = Path.Combine("build", "ahead.proj");
        own.Write(project, await File.ReadAllTextAsync(Path.Combine(Repository.Root(), project)));
        var first = await RunAsync("true");
        await RunAsync("true");
        Directory.Exists(own.Ahead).Should().BeFalse("a machine of CI is spared");

        var before = await RunAsync(ci: null);
        var done = Path.Combine(own.Ahead, "done");
        await Wait.UntilAsync(() => File.Exists(done), "it is compiled ahead", TimeSpan.FromMinutes(3));
        Skip.If(
            own.AheadLog.Contains("NU1101", StringComparison.Ordinal),
            "Not checked: the package feed lacks the compiler that compiles ahead."
        );

        IsCompiledAhead(own.Assembly).Should().BeTrue(own.AheadLog);
        var after = await RunAsync(ci: null);
        after.Output.Should().Be(first.Output).And.Be(before.Output);

        Task<CommandResult> RunAsync(string? ci) =>
            CommandLine.RunAsync(
                own.Script,
                ["x"],
                own.Root,
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["CI"] = ci }
            );
    }

    static bool IsCompiledAhead(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    /// <summary>A directory with a command that can only fail.</summary>
    string Failing(string command)
    {
        var path = tree.Beside(Path.Combine($"failing-{command}", command));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "#!/bin/sh\nexit 145\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return Path.GetDirectoryName(path)!;
    }
}
