using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>A key ring of a test's own with one key, and its agent, which ends with it.</summary>
[UnsupportedOSPlatform("windows")]
sealed class GnuPgHome : IAsyncDisposable
{
    readonly TempDirectory _directory = new();

    GnuPgHome() { }

    /// <summary>A gpg for git's <c>gpg.program</c> that uses this key ring.</summary>
    public string Program => _directory["gpg"];

    public static async Task<GnuPgHome> CreateAsync(string address)
    {
        var home = new GnuPgHome();
        File.SetUnixFileMode(
            home._directory.Path,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        home._directory.Write("gpg", $"#!/bin/sh\nexec gpg --homedir '{home._directory.Path}' --batch \"$@\"\n");
        File.SetUnixFileMode(home.Program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var made = await CommandLine.RunAsync(
            home.Program,
            ["--passphrase", "", "--quick-generate-key", $"Test <{address}>", "ed25519", "sign", "never"]
        );
        return made.ExitCode == 0 ? home : throw new InvalidOperationException($"gpg: {made.All}");
    }

    public async ValueTask DisposeAsync()
    {
        await CommandLine.RunAsync("gpgconf", ["--homedir", _directory.Path, "--kill", "all"]);
        _directory.Dispose();
    }
}
