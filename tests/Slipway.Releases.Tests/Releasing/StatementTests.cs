using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;
using Slipway.Testing;
using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>Statements about an image that are published beside it, from a key of OpenSSH's to whoever downloads them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StatementTests
{
    const string Envelope = "sample.intoto.jsonl";

    [SkippableFact]
    public async Task It_is_published_in_an_envelope_whose_signature_verifies()
    {
        await using var release = await FullRelease.CreateAsync();
        var observed = new Observed();

        await release.RunAsync(observer: observed);

        var envelope = DsseEnvelope.Read(Asset(release, Envelope).Content!);
        StatementFile.SubjectsOf(envelope!.Payload).Should().ContainKey("openapi.json");
        observed.Lines.Should().Contain(line => line.Contains("signed provenance", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Run_again_before_it_is_published_the_envelope_is_the_same_bytes()
    {
        await using var release = await FullRelease.CreateAsync();
        Servers.Require(File.Exists("/usr/bin/gpg"), "GnuPG is not installed");
        await using var home = await GnuPgHome.CreateAsync("test@example.org");
        await release.Site.GitAsync("config", "gpg.format", "openpgp");
        await release.Site.GitAsync("config", "gpg.program", home.Program);
        await release.Site.GitAsync("config", "user.signingkey", "test@example.org");
        release.Server.Inject("repos/update-release", Fault.Forbidden);
        await FluentActions.Awaiting(() => release.RunAsync()).Should().ThrowAsync<ReleaseException>();
        var before = Asset(release, Envelope).Content;

        await release.RunAsync();

        Asset(release, Envelope).Content.Should().Equal(before);
        await release.IsReleasedOnceAsync("OpenPGP signs with the time, and the first signature stays");
    }

    [SkippableFact]
    public async Task One_that_somebody_else_has_signed_does_not_verify()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        var signed = DsseEnvelope.Read(Asset(release, Envelope).Content!)!;
        await release.Site.SignWithSshAsync("other-key", isTrusted: false);
        var forged = await new PayloadSigner(new Git(release.Site.Root)).SignAsync(
            DsseEnvelope.ToSign(signed.Payload),
            CancellationToken.None
        );

        Replace(release, signed with { Signature = forged });

        await FailsAsync(release, "*the signature of sample.intoto.jsonl does not verify: no key that is trusted*");
    }

    [SkippableFact]
    public async Task One_whose_text_was_changed_does_not_verify()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        var signed = DsseEnvelope.Read(Asset(release, Envelope).Content!)!;

        Replace(release, signed with { Payload = [.. signed.Payload, (byte)' '] });

        await FailsAsync(release, "*the signature of sample.intoto.jsonl does not verify*");
    }

    [SkippableFact]
    public async Task One_about_another_image_does_not_verify()
    {
        await using var release = await FullRelease.CreateAsync();
        release.Subject = $"sha256:{new string('b', 64)}";

        await FailsAsync(release, "*sample.intoto.jsonl is not about the image sha256:aaaaaaaaaaaa*");
    }

    [SkippableFact]
    public async Task One_about_another_file_than_the_published_one_does_not_verify()
    {
        await using var release = await FullRelease.CreateAsync();
        await release.RunAsync();
        Asset(release, "openapi.json").Content = "{}"u8.ToArray();
        Sum(release);

        await FailsAsync(release, "*is about another openapi.json than the one that is published*");
    }

    static StoredAsset Asset(FullRelease release, string name) =>
        release.Server.Repository.Releases[0].Assets.Single(asset => asset.Name.Equals(name, StringComparison.Ordinal));

    static void Replace(FullRelease release, DsseEnvelope envelope)
    {
        Asset(release, Envelope).Content = envelope.ToBytes();
        Sum(release);
    }

    /// <summary>As whoever changes a file at the host would: its checksum is changed with it.</summary>
    static void Sum(FullRelease release) =>
        Asset(release, ReleaseFiles.Checksums).Content = System.Text.Encoding.UTF8.GetBytes(
            string.Concat(
                release
                    .Server.Repository.Releases[0]
                    .Assets.Where(asset => asset.Name is not ReleaseFiles.Checksums)
                    .Select(asset =>
                        $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(asset.Content!))}  {asset.Name}\n"
                    )
            )
        );

    static async Task FailsAsync(FullRelease release, string why)
    {
        var verifying = () => release.RunAsync();
        await verifying.Should().ThrowAsync<ReleaseException>().WithMessage(why);
    }
}
