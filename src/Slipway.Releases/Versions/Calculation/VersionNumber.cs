using System.Globalization;

namespace Slipway.Releases;

/// <summary>
/// A version as GitVersion counts with it: a pre-release is a label and a number, either of which may be missing. Unlike
/// <see cref="SemanticVersion"/>, a label without a number equals no other, and case does not matter to the order.
/// </summary>
/// <param name="Label">Empty for none.</param>
/// <param name="Build">Build metadata: it has no part in the order, but tells equal versions apart.</param>
sealed record VersionNumber(
    long Major,
    long Minor,
    long Patch,
    string Label = "",
    long? Number = null,
    string Build = ""
) : IComparable<VersionNumber>
{
    public static readonly VersionNumber Zero = new(0, 0, 0);

    public bool IsPreRelease => Label.Length > 0 || Number is not null;

    public string Core => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    /// <summary>Label and number; empty for a release.</summary>
    public string PreRelease =>
        Number is not { } number ? Label
        : Label.Length == 0 ? number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Label}.{number}");

    /// <summary>Without build metadata.</summary>
    public override string ToString() => IsPreRelease ? $"{Core}-{PreRelease}" : Core;

    /// <summary>Tags of a foreign label do not count for a branch; releases count for all, and so does all where there is no label.</summary>
    public bool Fits(string? label) =>
        label is null || !IsPreRelease || string.Equals(Label, label, StringComparison.OrdinalIgnoreCase);

    public int CompareTo(VersionNumber? other)
    {
        if (other is null)
            return 1;
        var core = CompareCore(other);
        if (core != 0 || IsPreRelease != other.IsPreRelease)
            return core != 0 ? core : other.IsPreRelease.CompareTo(IsPreRelease);
        var label = string.Compare(Label, other.Label, StringComparison.OrdinalIgnoreCase);
        return label != 0 ? label : Nullable.Compare(Number, other.Number);
    }

    public static bool operator <(VersionNumber left, VersionNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(VersionNumber left, VersionNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(VersionNumber left, VersionNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(VersionNumber left, VersionNumber right) => left.CompareTo(right) >= 0;

    public int CompareCore(VersionNumber other) =>
        Major != other.Major ? Major.CompareTo(other.Major)
        : Minor != other.Minor ? Minor.CompareTo(other.Minor)
        : Patch.CompareTo(other.Patch);

    public VersionNumber WithCoreOf(VersionNumber other) =>
        this with
        {
            Major = other.Major,
            Minor = other.Minor,
            Patch = other.Patch,
        };

    /// <summary>
    /// The next version: a release gets its part raised and the label's first pre-release; a pre-release keeps its
    /// numbers and counts on, unless it is forced.
    /// </summary>
    /// <param name="label">Null: the label stays.</param>
    /// <param name="alternative">Its numbers are taken when they are higher.</param>
    public VersionNumber Next(VersionPart part, string? label, bool force = false, VersionNumber? alternative = null)
    {
        var next =
            part == VersionPart.None || (IsPreRelease && !force)
                ? this with
                {
                    Number = Number + 1,
                }
                : Raised(part) with
                {
                    Number = Number is null ? null : 1,
                };
        if (alternative is not null && next.CompareCore(alternative) < 0)
        {
            next = next.WithCoreOf(alternative);
            if (part == VersionPart.None)
                next = next with { Number = 1 };
        }
        if (!IsPreRelease)
            next = next with { Label = "", Number = 1 };
        return label is null || string.Equals(next.Label, label, StringComparison.Ordinal)
            ? next
            : next with
            {
                Label = label,
                Number = 1,
            };
    }

    VersionNumber Raised(VersionPart part) =>
        part switch
        {
            VersionPart.Major => this with { Major = Major + 1, Minor = 0, Patch = 0 },
            VersionPart.Minor => this with { Minor = Minor + 1, Patch = 0 },
            _ => this with { Patch = Patch + 1 },
        };
}
