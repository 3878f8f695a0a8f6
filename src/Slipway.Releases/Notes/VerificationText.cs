namespace Slipway.Releases;

/// <summary>The commands with which whoever uses a release checks it.</summary>
static class VerificationText
{
    public static string Write(ReleaseNotes notes)
    {
        string[] commands = [.. Tag(notes), .. Checksums(notes), .. Provenance(notes), .. Image(notes)];
        string[] block = commands.Length == 0 ? [] : ["```sh", .. commands, "```"];
        return ReleaseNotesWriter.Titled("How to verify", [.. block, .. Unsigned(notes, block.Length > 0)]);
    }

    static IEnumerable<string> Tag(ReleaseNotes notes)
    {
        if (!notes.IsSigned)
            yield break;
        var from = notes.Repository is null ? "origin" : $"{ReleaseNotesWriter.Page(notes)}.git";
        yield return $"git fetch {from} refs/tags/{notes.Tag}:refs/tags/{notes.Tag}";
        yield return $"git verify-tag {notes.Tag}";
    }

    static IEnumerable<string> Checksums(ReleaseNotes notes)
    {
        if (notes is not { Checksums: { } file, Repository: not null })
            yield break;
        yield return $"curl -fLO {ReleaseNotesWriter.Page(notes)}/releases/download/{notes.Tag}/{file}";
        yield return $"sha256sum --check --ignore-missing {file}   # beside the files that were downloaded";
    }

    /// <summary>What an envelope's signature is of is made from its text (DSSE): its type, its length, itself.</summary>
    static IEnumerable<string> Provenance(ReleaseNotes notes)
    {
        if (notes is not { SignedProvenance: { } file, Repository: not null })
            yield break;
        yield return $"curl -fLO {ReleaseNotesWriter.Page(notes)}/releases/download/{notes.Tag}/{file}";
        yield return $"jq -r .payload {file} | base64 -d > statement; jq -r '.signatures[0].sig' {file} | base64 -d > signature";
        yield return $"(printf 'DSSEv1 28 {DsseEnvelope.PayloadType} %s ' $(wc -c < statement); cat statement) > signed";
        yield return $"ssh-keygen -Y verify -f allowed_signers -I <signer> -n {SshSignatures.Namespace} -s signature < signed   # or: gpg --verify signature signed";
    }

    /// <summary>A pull by digest is refused by the client when anything else comes.</summary>
    static IEnumerable<string> Image(ReleaseNotes notes)
    {
        if (notes.Image is not { Reference: { } reference } image || !IsInRegistry(reference))
            yield break;
        var slash = reference.LastIndexOf('/');
        var colon = reference.LastIndexOf(':');
        var name = colon > slash ? reference[..colon] : reference;
        yield return $"docker pull {name}@{image.Digest}";
    }

    /// <summary>The first part of a reference is a registry when it can be a host: Docker's own rule.</summary>
    static bool IsInRegistry(string reference) =>
        reference.Split('/') is [var host, _, ..]
        && (
            host.Contains('.', StringComparison.Ordinal)
            || host.Contains(':', StringComparison.Ordinal)
            || host is "localhost"
        );

    static IEnumerable<string> Unsigned(ReleaseNotes notes, bool hasBlock)
    {
        if (notes.IsSigned)
            yield break;
        var why = notes.WhyUnsigned is null ? "" : $": {Markdown.Escape(notes.WhyUnsigned)}";
        yield return $"{(hasBlock ? "\n" : "")}The tag is **not signed**, by choice{why}";
    }
}
