using System.Runtime.Versioning;
using Slipway.Databases.Clusters;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Clusters;

/// <summary>Binaries that are there but do not work.</summary>
[UnsupportedOSPlatform("windows")]
public class LocalClusterTests
{
    [Theory]
    [InlineData("echo 'no space left'; exit 1", "exit 0", "no space left")]
    [InlineData("exit 0", "echo 'cannot load library' >&2; exit 1", "cannot load library")]
    public async Task Their_own_words_end_the_message_and_nothing_stays(string initdb, string postgres, string words)
    {
        using var binaries = new TempDirectory();
        Write(binaries, "initdb", initdb);
        Write(binaries, "postgres", postgres);

        var starting = () =>
            LocalCluster.StartAsync(binaries.Path, owner: "", PostgresSource.Binaries, CancellationToken.None);

        (await starting.Should().ThrowAsync<PostgresUnavailableException>())
            .Which.Message.Should()
            .Be($"PostgreSQL of {binaries.Path} does not start: {words}");
    }

    [SkippableFact]
    public async Task A_start_that_is_cancelled_leaves_nothing()
    {
        PostgresHere.Require();
        using var binaries = new TempDirectory();
        File.SetUnixFileMode(binaries.Path, (UnixFileMode)0b111_111_111);
        Write(binaries, "initdb", $"echo \"$1\" >{binaries["called"]}; exec {PostgresHere.Binaries}/initdb \"$@\"");
        Write(binaries, "postgres", $"exec {PostgresHere.Binaries}/postgres \"$@\"");
        ClusterOwner.TryFind(out var owner, out _);
        using var cancellation = new CancellationTokenSource();
        var starting = LocalCluster.StartAsync(binaries.Path, owner, PostgresSource.Binaries, cancellation.Token);
        await Wait.UntilAsync(
            () => new FileInfo(binaries["called"]) is { Exists: true, Length: > 1 },
            "initdb is at work"
        );

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => starting).Should().ThrowAsync<OperationCanceledException>();
        var data = (await File.ReadAllTextAsync(binaries["called"])).Trim().Split('=')[1];
        Directory.Exists(Path.GetDirectoryName(data)).Should().BeFalse();
    }

    [Fact]
    public async Task A_server_that_does_not_listen_to_its_signal_is_killed()
    {
        using var binaries = new TempDirectory();
        Write(binaries, "initdb", "exit 0");
        // A shell in the background starts with this signal ignored, and so does what it runs.
        Write(binaries, "postgres", $"echo $$ >{binaries["pid"]}; exec sleep 600");
        var directory = binaries["cluster"];
        var keeper = ClusterKeeper.Start(directory, binaries.Path, 1, "", "password");
        await Wait.UntilAsync(() => new FileInfo(binaries["pid"]) is { Exists: true, Length: > 1 }, "it runs");

        await keeper.DisposeAsync();

        keeper.ServerGone.IsCompleted.Should().BeTrue();
        Directory.Exists(directory).Should().BeFalse();
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_said()
    {
        using var binaries = new TempDirectory();
        using var file = new TempDirectory();
        var keeper = ClusterKeeper.Start(file.Write("a-file", "") + "/below", binaries.Path, 1, "", "password");

        await keeper.ServerGone;
        await keeper.DisposeAsync();

        keeper.Complaint.Should().Contain("Not a directory");
        keeper.LastWords().Should().BeEmpty();
    }

    static void Write(TempDirectory directory, string name, string script)
    {
        var path = directory.Write(name, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }
}
