using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Delivery.Environments;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Plans;

/// <summary>Why a plan was made.</summary>
public enum Purpose
{
    Deploy,
    Rollback,
    Swap,
}

/// <summary>
/// The ordered steps from the observed world to the wanted revision. It is a file in canonical JSON and the SHA-256 of
/// that file is its digest (<c>sha256sum</c> agrees). The same world and the same wish give the same digest: a plan
/// holds no time and no author.
/// </summary>
public sealed record Plan
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public required Purpose Purpose { get; init; }

    public required string Environment { get; init; }

    public required int Port { get; init; }

    public required string Platform { get; init; }

    public required string Strategy { get; init; }

    /// <summary>The world that the steps begin in.</summary>
    public required WorldFacts Observed { get; init; }

    public required Revision Wanted { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>
    /// What the plan migrates; null: it migrates nothing, or its image does not tell what it would. Plans of older
    /// versions hold none.
    /// </summary>
    public PlannedMigrations? Migrations { get; init; }

    /// <summary>
    /// The index of the step that users notice: a deployment that dies before it is done goes back, after it forward.
    /// -1: there is none, because there is nothing to do.
    /// </summary>
    public required int PointOfNoReturn { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>64 hexadecimal digits.</summary>
    [JsonIgnore]
    public string Digest => CanonicalJson.Sha256(CanonicalJson.Write(this));

    /// <summary>The digest's first twelve digits, for messages.</summary>
    [JsonIgnore]
    public string ShortDigest => Digest[..12];

    /// <summary>The plan without what is done for the sake of a migration.</summary>
    internal Plan WithoutPrecautions()
    {
        var steps = Steps.Where(step => step is not (BackUp or Rehearse)).ToList();
        return this with { Steps = steps, PointOfNoReturn = steps.FindIndex(step => step is Switch) };
    }

    /// <exception cref="IOException">The disk is full or broken; an older file is unchanged.</exception>
    public void Save(string path, IDisk? disk = null) =>
        DurableFile.Write(path, CanonicalJson.Write(this), disk ?? Disk.Real);

    /// <summary>Reads a plan and proves that it is the one meant.</summary>
    /// <param name="digest">The digest it must have; null: any, as long as the file is untouched canonical JSON.</param>
    /// <exception cref="DeliveryException">Missing, malformed, edited, another plan, or of a newer Slipway.</exception>
    public static Plan Load(string path, string? digest = null)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DeliveryException($"There is no plan {path}. Make one: ./build.sh Preview.", failure);
        }

        var found = CanonicalJson.Sha256(content);
        if (digest is not null && !string.Equals(digest, found, StringComparison.Ordinal))
        {
            throw new DeliveryException(
                $"{path} is not the plan {digest}: its digest is {found}. It was changed after it was made; "
                    + "make the plan anew."
            );
        }

        var plan = Parse(path, content);
        return string.Equals(plan.Digest, found, StringComparison.Ordinal)
            ? plan
            : throw new DeliveryException($"{path} was edited: it is not as Slipway writes it. Make the plan anew.");
    }

    static Plan Parse(string path, byte[] content)
    {
        Plan plan;
        try
        {
            var format = CanonicalJson.FormatOf(content);
            if (format > CurrentFormat)
                throw new DeliveryException(
                    $"{path} was written by a newer Slipway (format {format}). Update this one."
                );
            plan = CanonicalJson.Read<Plan>(content);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new DeliveryException($"{path} is no plan: {failure.Message} Make the plan anew.", failure);
        }

        return plan.PointOfNoReturn < plan.Steps.Count && plan.PointOfNoReturn >= -1
            ? plan
            : throw new DeliveryException($"{path} is no plan: its point of no return is not one of its steps.");
    }
}
