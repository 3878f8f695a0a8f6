// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using Nuke.Common.Execution;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>What this process was started with, its own name left out.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments => Arguments.All;

    private static CommandLineArguments Arguments => ParameterSources.Current.Arguments;

    public static bool HasArgument(string name) => Arguments.Has(name);

    public static bool HasArgument<T>(Expression<Func<T>> expression) =>
        HasArgument(Expressions.MemberOf(expression).Name);

    /// <summary>The value behind a name, or the type's default when it is not there.</summary>
    /// <exception cref="FormatException">It is no value of the type.</exception>
    public static T GetNamedArgument<T>(string parameterName, char? separator = null) =>
        ToValue<T>(Arguments.Find(parameterName), separator, switchValue: true);

    public static T GetNamedArgument<T>(Expression<Func<T>> expression, char? separator = null) =>
        GetNamedArgument<T>(Expressions.MemberOf(expression).Name, separator);

    public static T GetNamedArgument<T>(Expression<Func<object>> expression, char? separator = null) =>
        GetNamedArgument<T>(Expressions.MemberOf(expression).Name, separator);

    /// <summary>The value at a position before the first name, from 0; negative positions count from the last.</summary>
    public static T GetPositionalArgument<T>(int position, char? separator = null)
    {
        var values = Arguments.Positional;
        var index = position < 0 ? values.Count + position : position;
        return index >= 0 && index < values.Count ? ToValue<T>([values[index]], separator, switchValue: true) : default;
    }

    public static T[] GetAllPositionalArguments<T>(char? separator = null) =>
        Arguments.Positional.Count > 0 ? ToValue<T[]>(Arguments.Positional, separator, switchValue: true) : null;

    /// <summary>The value of an environment variable, or the type's default when it is not set.</summary>
    /// <exception cref="FormatException">It is no value of the type.</exception>
    public static T GetVariable<T>(string name, char? separator = null) =>
        ToValue<T>(GetVariable(name) is { } value ? [value] : null, separator, switchValue: false);

    private static T ToValue<T>(IReadOnlyList<string> texts, char? separator, bool switchValue)
    {
        if (texts is null)
            return default;
        if (separator is { } character && texts is [var single])
            texts = single.Split(character);
        return ValueConversion.Convert(texts, typeof(T), switchValue) is { } value ? (T)value : default;
    }
}
