namespace Slipway.Workflows.Running.Artifacts;

/// <param name="Path">In the artifact, with '/'.</param>
/// <param name="Digest">SHA-256 of its content, in hexadecimal.</param>
/// <param name="Size">In bytes.</param>
public sealed record ArtifactFile(string Path, string Digest, long Size);

/// <summary>What one job leaves for others under a name.</summary>
public sealed record Artifact(string Name, IReadOnlyList<ArtifactFile> Files)
{
    /// <summary>SHA-256 of its files' paths and digests: the same files give the same one, wherever they were.</summary>
    public string Digest { get; } =
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(
                    string.Concat(
                        Files
                            .OrderBy(file => file.Path, StringComparer.Ordinal)
                            .Select(file => $"{file.Digest}  {file.Path}\n")
                    )
                )
            )
        );

    public long Size => Files.Sum(file => file.Size);
}
