using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Texts to values of the types that parameters have. Common types do without a type converter, which is slow to load.</summary>
internal static class ValueConversion
{
    /// <summary>
    /// One value for each text when the type is an array, else the value of the only text. Without a text: an empty array,
    /// <paramref name="switchValue"/> for a bool, else null.
    /// </summary>
    /// <exception cref="FormatException">A text is no value of the type, or there is more than one.</exception>
    public static object? Convert(IReadOnlyList<string> texts, Type type, bool switchValue)
    {
        if (type.IsArray)
        {
            var elementType = type.GetElementType()!;
            var array = Array.CreateInstance(elementType, texts.Count);
            for (var i = 0; i < texts.Count; i++)
                array.SetValue(Convert(texts[i], elementType), i);
            return array;
        }

        return texts switch
        {
            [] when IsBool(type) => switchValue,
            [] => null,
            [var single] => Convert(single, type),
            _ => throw new FormatException($"takes one value, not {texts.Count}: {string.Join(", ", texts)}"),
        };
    }

    /// <exception cref="FormatException">The text is no value of the type.</exception>
    public static object? Convert(string text, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(object))
            return text;
        if (type == typeof(bool) && bool.TryParse(text.Trim(), out var flag))
            return flag;
        if (
            type == typeof(int)
            && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        )
            return number;
        if (type.IsEnum)
            return ToEnum(text, type);

        try
        {
            return ConverterOf(type).ConvertFromInvariantString(text);
        }
        catch (Exception exception) when (exception is not FormatException { InnerException: null })
        {
            throw new FormatException(Explain(text, type), exception);
        }
    }

    private static bool IsBool(Type type) => type == typeof(bool) || type == typeof(bool?);

    private static object ToEnum(string text, Type type)
    {
        if (!Enum.TryParse(type, text.Trim(), ignoreCase: true, out var value))
            throw new FormatException(Explain(text, type));

        // Any number parses; only a combination of flags may be one without a name.
        return Enum.IsDefined(type, value) || type.IsDefined(typeof(FlagsAttribute))
            ? value
            : throw new FormatException(Explain(text, type));
    }

    private static TypeConverter ConverterOf(Type type)
    {
        var declared = type.GetCustomAttribute<TypeConverterAttribute>()?.ConverterTypeName;
        return
            declared != null
            && Type.GetType(declared) is { } converter
            && converter.GetConstructor(Type.EmptyTypes) != null
            ? (TypeConverter)Activator.CreateInstance(converter)!
            : TypeDescriptor.GetConverter(type);
    }

    private static string Explain(string text, Type type)
    {
        var allowed = ValueSets.NamesOf(type);
        if (allowed.Count > 0)
            return $"'{text}' is none of {allowed.JoinCommaSpace()}";
        if (type == typeof(bool))
            return $"'{text}' is neither true nor false";
        return $"'{text}' is no {KindOf(type)}";
    }

    private static string KindOf(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) ? "whole number"
        : type == typeof(double) || type == typeof(decimal) || type == typeof(float) ? "number"
        : type.Name;
}
