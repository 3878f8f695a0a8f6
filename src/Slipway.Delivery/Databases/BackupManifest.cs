using Slipway.Delivery.Environments;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Databases;

/// <summary>What is known of a backup, in canonical JSON beside it: <c>&lt;name&gt;.json</c>.</summary>
/// <param name="At">When it was begun: what was written later is not in it.</param>
/// <param name="By">The revision whose verb wrote it, and whose schema it has.</param>
/// <param name="Reason">Why it was taken, for a person.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the file, 64 hexadecimal digits.</param>
/// <param name="Seconds">How long it took, with the restored copy that its tables were read from.</param>
/// <param name="Tables">
/// What it holds, read from a copy that it was restored into; null: nobody has described the database, so it was not
/// restored.
/// </param>
public sealed record BackupManifest(
    DateTimeOffset At,
    Revision By,
    string Reason,
    long Size,
    string Sha256,
    int Seconds,
    IReadOnlyList<TableFingerprint>? Tables = null
)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>A backup: its file, and what is known of it.</summary>
public sealed record Backup(string File, BackupManifest Manifest)
{
    public string Name => Path.GetFileName(File);

    /// <summary>It was restored once, and its file still has its size.</summary>
    public bool IsGood =>
        Manifest.Tables is not null && new FileInfo(File) is { Exists: true } file && file.Length == Manifest.Size;
}
