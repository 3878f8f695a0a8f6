// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>A text that is one of a set: a static field for each, and for those unknown a conversion from text.</summary>
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    protected bool Equals(Enumeration other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override bool Equals(object obj) =>
        ReferenceEquals(this, obj) || (obj is Enumeration other && obj.GetType() == GetType() && Equals(other));

    // Value is set once, by the initializer of a field or conversion.
    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value.NotNull();

    /// <summary>Finds a value by the name of its field, whatever its case.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <exception cref="ArgumentException">There is no such field; the message names those there are.</exception>
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);

            var fields = typeof(T).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static);
            var field = Array.Find(fields, x => x.Name.EqualsOrdinalIgnoreCase(text));
            return field
                .NotNull($"'{text}' is none of {fields.Select(x => x.Name).JoinCommaSpace()}")
                .GetValue(obj: null);
        }
    }
}
