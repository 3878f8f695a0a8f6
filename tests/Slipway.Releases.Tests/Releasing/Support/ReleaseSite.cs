using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>
/// A repository with a released version, entries for the next one, a bare repository as its remote, and a key that git
/// signs with.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class ReleaseSite : IDisposable
{
    public const string Changelog = """
        # Changelog

        ## [Unreleased]

        ### Added

        - Something new.

        ## [1.0.0] - 2025-12-01

        ### Added

        - The first.

        """;

    readonly TempDirectory _directory = new();

    ReleaseSite() { }

    /// <summary>The working tree.</summary>
    public string Root => _directory["work"];

    /// <summary>The bare repository.</summary>
    public string Origin => _directory["origin.git"];

    public string Directory => _directory.Path;

    /// <summary>The commit that production runs.</summary>
    public string Base { get; private set; } = "";

    public static async Task<ReleaseSite> CreateAsync(bool signing = true)
    {
        var site = new ReleaseSite();
        await site.GitInAsync(site.Directory, "init", "--quiet", "--bare", "--initial-branch=main", site.Origin);
        await site.GitInAsync(site.Directory, "clone", "--quiet", site.Origin, site.Root);
        await site.GitAsync("remote", "set-url", "origin", "../origin.git");
        await site.GitAsync("config", "user.name", "Test");
        await site.GitAsync("config", "user.email", "test@example.org");
        await site.GitAsync("config", "commit.gpgsign", "false");
        site.Write("CHANGELOG.md", Changelog);
        await site.CommitAsync("feat: begin");
        await site.GitAsync("tag", "--annotate", "--no-sign", "--message", "first", "v1.0.0");
        site.Write("code.txt", "changed\n");
        site.Base = await site.CommitAsync("feat: something new");
        await site.GitAsync("push", "--quiet", "origin", "main", "v1.0.0");
        if (signing)
            await site.SignWithSshAsync();
        return site;
    }

    /// <summary>The same in another directory; keys stay where they are.</summary>
    public async Task<ReleaseSite> CopyAsync()
    {
        var copy = new ReleaseSite { Base = Base };
        await RunAsync("cp", ["-a", $"{Directory}/.", copy.Directory]);
        return copy;
    }

    /// <summary>A new key of OpenSSH's, and git told to sign with it, and to trust it and no other.</summary>
    public async Task SignWithSshAsync(string name = "release-key", bool isTrusted = true)
    {
        var key = _directory[name];
        await RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test@example.org", "-f", key]);
        if (isTrusted)
            _directory.Write("allowed-signers", $"test@example.org {await File.ReadAllTextAsync(key + ".pub")}");
        await GitAsync("config", "gpg.format", "ssh");
        await GitAsync("config", "user.signingkey", key + ".pub");
        await GitAsync("config", "gpg.ssh.allowedSignersFile", _directory["allowed-signers"]);
    }

    public string Write(string relative, string content) => _directory.Write(Path.Combine("work", relative), content);

    public string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public async Task<string> CommitAsync(string message)
    {
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    public Task<string> GitAsync(params string[] arguments) => GitInAsync(Root, arguments);

    /// <summary>A failure of git fails the test.</summary>
    public async Task<string> GitInAsync(string directory, params string[] arguments) =>
        await RunAsync("git", arguments, directory);

    /// <summary>Replaces a hook of the remote, which then runs at each push.</summary>
    public void Hook(string name, string script)
    {
        var path = _directory.Write(Path.Combine("origin.git", "hooks", name), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Unhook(string name) => File.Delete(Path.Combine(Origin, "hooks", name));

    public ReleaseRequest Request() =>
        new()
        {
            Calculated = new SemanticVersion(1, 1, 0),
            Production = new ProductionState("production", "serving", Image(Base), new Uri("http://127.0.0.1:8080")),
        };

    public static ReleasedImage Image(string commit) => new("sample:1.1.0-1", $"sha256:{new string('a', 64)}", commit);

    public void Dispose() => _directory.Dispose();

    static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? directory = null)
    {
        var result = await CommandLine.RunAsync(program, arguments, directory);
        return result.ExitCode == 0
            ? result.Output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {result.All}");
    }
}
