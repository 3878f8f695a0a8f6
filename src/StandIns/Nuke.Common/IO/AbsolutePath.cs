// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Nuke.Common.Utilities;
using static Nuke.Common.IO.PathConstruction;

namespace Nuke.Common.IO;

/// <summary>A path with a root, always normalized; whether it is a file or a directory is left open.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{" + nameof(_path) + "}")]
public class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    public const string DoubleQuote = "d";
    public const string DoubleQuoteIfNeeded = "dn";
    public const string SingleQuote = "s";
    public const string SingleQuoteIfNeeded = "sn";
    public const string NoQuotes = "nq";

    private readonly string _path;

    private AbsolutePath(string path) => _path = NormalizePath(path);

    AbsolutePath IAbsolutePathHolder.Path => this;

    public string Name => Path.GetFileName(_path);

    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);

    /// <summary>The extension with its dot, or an empty string.</summary>
    public string Extension => Path.GetExtension(_path);

    /// <summary>The directory that holds this path; null for a root.</summary>
    public AbsolutePath Parent => IsRoot ? null : this / "..";

    private bool IsRoot => IsUnixRoot(_path) || IsUncRoot(_path) || IsWinRoot(_path.TrimEnd(WinSeparator));

    /// <exception cref="ArgumentException">The path climbs above its root.</exception>
    public static AbsolutePath Create(string path) => new(path);

    /// <exception cref="ArgumentException">The path has no root.</exception>
    public static implicit operator AbsolutePath(string path)
    {
        if (path is null)
            return null;

        Assert.True(HasPathRoot(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    public static implicit operator string(AbsolutePath path) => path?._path;

    /// <summary>The parent, written <c>path / ..</c>.</summary>
    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' is a path");
        return left.Parent;
    }

    /// <exception cref="ArgumentException">The right side has a root.</exception>
    public static AbsolutePath operator /(AbsolutePath left, string right) => new(Combine(left.NotNull()._path, right));

    /// <summary>Appends text to the path: <c>file + ".bak"</c>.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left._path + right);

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => Equals(a, b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !Equals(a, b);

    protected bool Equals(AbsolutePath other) => string.Equals(_path, other._path, Comparison);

    public override bool Equals(object obj) =>
        ReferenceEquals(this, obj) || (obj is AbsolutePath other && Equals(other));

    public override int GetHashCode() => _path.GetHashCode(Comparison);

    public override string ToString() => _path;

    /// <summary>The path in quotes: <c>d</c> and <c>s</c> always, <c>dn</c> and <c>sn</c> when it has a space, <c>nq</c> never.</summary>
    /// <exception cref="ArgumentException">The format is none of these.</exception>
    public string ToString(string format) =>
        format switch
        {
            DoubleQuote => _path.DoubleQuote(),
            DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
            SingleQuote => _path.SingleQuote(),
            SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
            null or NoQuotes => _path,
            _ => throw new ArgumentException($"Format '{format}' is not recognized", nameof(format)),
        };

    string IFormattable.ToString(string format, IFormatProvider formatProvider) => ToString(format);

    private StringComparison Comparison =>
        HasWinRoot(_path) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Reads a parameter's text: a path without a root is relative to the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value switch
            {
                null => null,
                string path when HasPathRoot(path) => (AbsolutePath)path,
                string path => EnvironmentInfo.WorkingDirectory / path,
                _ => base.ConvertFrom(context, culture, value),
            };
    }
}
