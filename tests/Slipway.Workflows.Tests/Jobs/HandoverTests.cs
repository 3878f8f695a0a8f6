using System.Runtime.Versioning;
using Slipway.Testing;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;
using static Slipway.Workflows.Tests.Jobs.Planned;

namespace Slipway.Workflows.Tests.Jobs;

/// <summary>The scripts that hand files from job to job, run by bash.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HandoverTests : IDisposable
{
    readonly TempDirectory _producer = new();
    readonly TempDirectory _consumer = new();
    readonly Scripts _scripts = new();

    [Fact]
    public async Task Files_arrive_with_their_layout_and_their_modes()
    {
        var tool = _producer.Write("out/bin/run me.sh", "#!/bin/sh\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _producer.Write("out/.hidden", "h");
        File.CreateSymbolicLink(_producer["out/link"], "bin/run me.sh");
        _producer.Write("other.txt", "stays");
        var workflow = Two("out/**");

        var outputs = await _scripts.RunAsync(Pack(workflow), _producer.Path);
        await _scripts.RunAsync(Unpack(workflow), _consumer.Path, ("SHA256", outputs["sha256"]));

        File.GetUnixFileMode(_consumer["out/bin/run me.sh"]).Should().Be(File.GetUnixFileMode(tool));
        File.ReadAllText(_consumer["out/.hidden"]).Should().Be("h");
        new FileInfo(_consumer["out/link"]).LinkTarget.Should().Be("bin/run me.sh");
        File.Exists(_consumer["other.txt"]).Should().BeFalse();
    }

    [Fact]
    public async Task The_same_files_have_the_same_hash_whenever_they_were_made()
    {
        var file = _producer.Write("out/b/x.txt", "x");
        _producer.Write("out/a.txt", "a");
        var first = await _scripts.RunAsync(Pack(Two("out/**")), _producer.Path);
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var second = await _scripts.RunAsync(Pack(Two("out/**")), _producer.Path);

        second["sha256"].Should().Be(first["sha256"]).And.HaveLength(64);
    }

    [Fact]
    public async Task What_is_not_what_was_packed_is_not_unpacked()
    {
        _producer.Write("out/a.txt", "a");
        var workflow = Two("out/**");
        var outputs = await _scripts.RunAsync(Pack(workflow), _producer.Path);
        await File.AppendAllTextAsync(Path.Combine(_scripts.Temp, "make.tar"), "changed on the way");

        var result = await _scripts.TryAsync(Unpack(workflow), _consumer.Path, ("SHA256", outputs["sha256"]));

        result.ExitCode.Should().NotBe(0);
        Directory.EnumerateFileSystemEntries(_consumer.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_hash_nothing_is_unpacked()
    {
        _producer.Write("out/a.txt", "a");
        var workflow = Two("out/**");
        await _scripts.RunAsync(Pack(workflow), _producer.Path);

        var result = await _scripts.TryAsync(Unpack(workflow), _consumer.Path, ("SHA256", ""));

        result.ExitCode.Should().NotBe(0);
        Directory.EnumerateFileSystemEntries(_consumer.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_target_that_leaves_nothing_fails_and_says_so()
    {
        var result = await _scripts.TryAsync(Pack(Two("out/*/*.trx")), _producer.Path);

        result.ExitCode.Should().NotBe(0);
        result.Output.Should().StartWith("::error::Make has left none of the files");
    }

    [Theory]
    [InlineData("out/*-sqlite/*.trx", new[] { "out/a-sqlite/1.trx" })]
    [InlineData("out/**/*.trx", new[] { "out/a-sqlite/1.trx", "out/b/2.trx" })]
    [InlineData("out", new[] { "out/a-sqlite/1.trx", "out/b/2.trx", "out/b/c d.txt" })]
    [InlineData("out/b/c d.txt", new[] { "out/b/c d.txt" })]
    [InlineData("out/b/$(touch hacked).txt", new[] { "out/b/$(touch hacked).txt" })]
    public async Task Patterns_pick_files_as_NUKE_does(string pattern, string[] expected)
    {
        _producer.Write("out/a-sqlite/1.trx", "1");
        _producer.Write("out/b/2.trx", "2");
        _producer.Write("out/b/c d.txt", "3");
        if (expected[0].Contains('$', StringComparison.Ordinal))
            _producer.Write(expected[0], "4");
        var workflow = Two(pattern);

        var outputs = await _scripts.RunAsync(Pack(workflow), _producer.Path);
        await _scripts.RunAsync(Unpack(workflow), _consumer.Path, ("SHA256", outputs["sha256"]));

        Directory
            .EnumerateFiles(_consumer.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_consumer.Path, file))
            .Should()
            .BeEquivalentTo(expected);
    }

    [Fact]
    public async Task Several_patterns_are_packed_together_and_those_that_pick_nothing_are_left_out()
    {
        _producer.Write("a/1.txt", "1");
        _producer.Write("b c/2.json", "2");
        var workflow = Two("a/*.txt", "a/**", "b c/*.json", "none/*.x");

        var outputs = await _scripts.RunAsync(Pack(workflow), _producer.Path);
        await _scripts.RunAsync(Unpack(workflow), _consumer.Path, ("SHA256", outputs["sha256"]));

        File.ReadAllText(_consumer["a/1.txt"]).Should().Be("1");
        File.ReadAllText(_consumer["b c/2.json"]).Should().Be("2");
    }

    [Fact]
    public async Task Each_run_of_a_matrix_hands_on_its_own_files()
    {
        var workflow = Workflow(
            Spec("Use"),
            new("Make") { Produces = ["out/**"], Partitions = 2 },
            new("Use") { DependsOn = ["Make"], Consumes = [new("Make", [])] }
        );
        workflow.Job("make").Outputs.Keys.Should().Equal("make-sha256-0", "make-sha256-1");
        var file = _producer.Write("out/0.txt", "0");
        var first = await _scripts.RunAsync(Pack(workflow), _producer.Path, ("INDEX", "0"));
        File.Move(file, _producer["out/1.txt"]);
        var second = await _scripts.RunAsync(Pack(workflow), _producer.Path, ("INDEX", "1"));

        await _scripts.RunAsync(
            Unpack(workflow),
            _consumer.Path,
            ("SHA256_0", first["sha256-0"]),
            ("SHA256_1", second["sha256-1"])
        );

        Directory.EnumerateFiles(_consumer["out"]).Select(Path.GetFileName).Should().BeEquivalentTo("0.txt", "1.txt");
    }

    [Fact]
    public void Files_that_no_job_takes_are_kept_for_people_also_after_a_failure()
    {
        var keep = Workflow(Spec("Make"), new TargetFacts("Make") { Produces = ["a/**", "b.txt"] })
            .Job("make")
            .Steps.OfType<ActionStep>()
            .Single(step => step.Uses.Name is "actions/upload-artifact");

        keep.If.Should().Be("!cancelled()");
        keep.With.Find("path").Should().Be("a/**\nb.txt");
    }

    static Workflow Two(params string[] patterns) =>
        Workflow(
            Spec("Use"),
            new("Make") { Produces = ValueList.From(patterns) },
            new("Use") { DependsOn = ["Make"], Consumes = [new("Make", [])] }
        );

    static RunStep Pack(Workflow workflow) =>
        workflow.Job("make").Steps.OfType<RunStep>().Single(step => step.Id is "pack-make");

    static RunStep Unpack(Workflow workflow) =>
        workflow
            .Job("use")
            .Steps.OfType<RunStep>()
            .First(step => step.Run.Contains("tar --extract", StringComparison.Ordinal));

    public void Dispose()
    {
        _producer.Dispose();
        _consumer.Dispose();
        _scripts.Dispose();
    }
}
