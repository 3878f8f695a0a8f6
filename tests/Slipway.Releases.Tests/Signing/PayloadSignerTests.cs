using System.Runtime.Versioning;
using System.Text;
using Slipway.Releases.Tests.Releasing.Support;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Signing;

/// <summary>Real keys of OpenSSH and GnuPG, and git's own configuration.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PayloadSignerTests
{
    static readonly byte[] s_payload = "what is signed\n"u8.ToArray();

    [Fact]
    public async Task What_an_ssh_key_signs_verifies_and_nothing_else_does()
    {
        using var site = await ReleaseSite.CreateAsync();
        var signer = Signer(site);

        var signature = await signer.SignAsync(s_payload, CancellationToken.None);

        (await signer.WhyNotAsync(CancellationToken.None)).Should().BeNull();
        (await signer.WhyNotVerifiedAsync(s_payload, signature, CancellationToken.None)).Should().BeNull();
        (await signer.WhyNotVerifiedAsync([.. s_payload, 1], signature, CancellationToken.None))
            .Should()
            .StartWith("no key that is trusted has made it");
    }

    [Fact]
    public async Task Ssh_keygen_verifies_it_as_the_guide_says()
    {
        using var site = await ReleaseSite.CreateAsync();
        var signature = await Signer(site).SignAsync(s_payload, CancellationToken.None);
        var file = site.Write("signature", signature);

        var verified = await CommandLine.RunAsync(
            "ssh-keygen",
            [
                "-Y",
                "verify",
                "-f",
                "../allowed-signers",
                "-I",
                "test@example.org",
                "-n",
                "provenance@slipway.dev",
                "-s",
                file,
            ],
            site.Root,
            input: Encoding.UTF8.GetString(s_payload)
        );

        verified.ExitCode.Should().Be(0, verified.All);
    }

    [Fact]
    public async Task A_signature_of_a_tag_is_none_of_a_file()
    {
        using var site = await ReleaseSite.CreateAsync();
        var file = site.Write("payload", Encoding.UTF8.GetString(s_payload));
        var signed = await CommandLine.RunAsync(
            "ssh-keygen",
            ["-Y", "sign", "-n", "git", "-f", Path.Combine(site.Directory, "release-key"), file]
        );
        signed.ExitCode.Should().Be(0, signed.All);

        var why = await Signer(site)
            .WhyNotVerifiedAsync(s_payload, await File.ReadAllTextAsync(file + ".sig"), CancellationToken.None);

        why.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task What_a_gpg_key_signs_verifies_by_the_committers_name_alone_and_nothing_else_does()
    {
        Servers.Require(File.Exists("/usr/bin/gpg"), "GnuPG is not installed");
        using var site = await ReleaseSite.CreateAsync(signing: false);
        await using var keys = await GnuPgHome.CreateAsync("test@example.org");
        await site.GitAsync("config", "gpg.program", keys.Program);
        var signer = Signer(site);

        var signature = await signer.SignAsync(s_payload, CancellationToken.None);

        (await signer.WhyNotVerifiedAsync(s_payload, signature, CancellationToken.None)).Should().BeNull();
        (await signer.WhyNotVerifiedAsync([.. s_payload, 1], signature, CancellationToken.None))
            .Should()
            .Contain("BAD signature");
    }

    [Fact]
    public async Task A_key_that_an_agent_holds_is_named_by_its_public_half()
    {
        using var site = await ReleaseSite.CreateAsync();
        await site.GitAsync("config", "user.signingkey", "key::ssh-ed25519 AAAAnobodyhasit");

        var why = await Signer(site).WhyNotAsync(CancellationToken.None);

        why.Should().StartWith("ssh-keygen does not sign files: ");
    }

    [Fact]
    public async Task The_default_keys_command_is_asked_where_no_key_is_named()
    {
        using var site = await ReleaseSite.CreateAsync();
        await site.GitAsync("config", "--unset", "user.signingkey");
        (await Signer(site).WhyNotAsync(CancellationToken.None)).Should().Contain("names a key");
        await site.GitAsync("config", "gpg.ssh.defaultKeyCommand", $"echo '{site.Directory}/release-key.pub'");

        (await Signer(site).WhyNotAsync(CancellationToken.None)).Should().BeNull();
    }

    [Theory]
    [InlineData("gpg.format", "x509", "Files are signed with keys of SSH or OpenPGP, and gpg.format is 'x509'")]
    [InlineData("user.signingkey", "/nowhere/key", "ssh-keygen does not sign files: ")]
    [InlineData("gpg.ssh.program", "no-such-program", "no-such-program cannot be started")]
    [InlineData(
        "gpg.ssh.allowedSignersFile",
        "",
        "it signs files, and does not verify them: gpg.ssh.allowedSignersFile"
    )]
    public async Task What_is_missing_is_said(string name, string value, string why)
    {
        using var site = await ReleaseSite.CreateAsync();
        await site.GitAsync("config", name, value);

        (await Signer(site).WhyNotAsync(CancellationToken.None)).Should().StartWith(why);
    }

    [Fact]
    public async Task A_revoked_key_is_not_trusted()
    {
        using var site = await ReleaseSite.CreateAsync();
        var revoked = site.Write(
            "revoked",
            await File.ReadAllTextAsync(Path.Combine(site.Directory, "release-key.pub"))
        );
        await site.GitAsync("config", "gpg.ssh.revocationFile", revoked);

        (await Signer(site).WhyNotAsync(CancellationToken.None)).Should().Contain("does not verify");
    }

    static PayloadSigner Signer(ReleaseSite site) => new(new Git(site.Root) { Limit = TimeSpan.FromMinutes(1) });
}
