// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>Which share of the work this run does: part 1 of 1 is all of it. Written <c>part/total</c>.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Partition
{
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    /// <summary>From 1 to <see cref="Total"/>.</summary>
    public int Part { get; set; }
    public int Total { get; set; }

    /// <summary>Whether work that belongs to this part is to be done here.</summary>
    public bool IsIn(int part) => Total == 1 || part == Part;

    /// <summary>Every <see cref="Total"/>-th element, from the one at <see cref="Part"/> on.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) =>
        enumerable.Where((_, index) => index % Total == Part - 1);

    public override string ToString() => $"{Part}/{Total}";

    /// <summary>Reads <c>part/total</c>.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);

            if (
                text.Split('/') is [var part, var total]
                && int.TryParse(part, CultureInfo.InvariantCulture, out var parsedPart)
                && int.TryParse(total, CultureInfo.InvariantCulture, out var parsedTotal)
                && parsedPart >= 1
                && parsedPart <= parsedTotal
            )
                return new Partition { Part = parsedPart, Total = parsedTotal };

            throw new FormatException($"'{text}' is no partition; write it as part/total, such as 1/3");
        }
    }
}
