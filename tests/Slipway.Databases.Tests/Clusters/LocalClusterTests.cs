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
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
