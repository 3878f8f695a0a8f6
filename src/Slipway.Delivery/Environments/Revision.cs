namespace Slipway.Delivery.Environments;

/// <summary>An image with its version and the configuration it runs with.</summary>
/// <param name="Digest">The image manifest's digest, <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Version">The version as a person reads it.</param>
/// <param name="Commit">The full commit id the image was built from.</param>
/// <param name="Dirty">True when the tree had changes that the commit does not hold.</param>
/// <param name="Configuration">The digest of the settings (<see cref="ConfigurationDigest"/>).</param>
public sealed record Revision(string Digest, string Version, string Commit, bool Dirty, string Configuration)
{
    /// <summary>The same image with the same configuration, whatever the version is called.</summary>
    public bool RunsTheSame(Revision? other) =>
        other is not null
        && string.Equals(Digest, other.Digest, StringComparison.Ordinal)
        && string.Equals(Configuration, other.Configuration, StringComparison.Ordinal);

    /// <summary>As messages name it: version and the digest's first twelve digits.</summary>
    public override string ToString() => $"{Version}{(Dirty ? " (dirty)" : "")} {ShortDigest}";

    /// <summary><c>sha256:</c> and the first twelve digits.</summary>
    public string ShortDigest => Digest.Length > 19 ? Digest[..19] : Digest;
}
