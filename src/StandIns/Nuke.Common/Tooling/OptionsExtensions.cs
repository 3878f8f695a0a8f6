// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>Options that depend on conditions and values.</summary>
public static class OptionsExtensions
{
    public static T Apply<T>(this T options, Configure<T> configurator)
        where T : Options, new() => configurator(options);

    public static T[] Apply<T>(this T[] options, Configure<T> configurator)
        where T : Options, new() => Array.ConvertAll(options, x => configurator(x));

    public static T Apply<T, TValue>(this T options, Configure<T, TValue> configurator, TValue value)
        where T : Options, new() => configurator(options, value);

    public static T[] Apply<T, TValue>(this T[] options, Configure<T, TValue> configurator, TValue value)
        where T : Options, new() => Array.ConvertAll(options, x => configurator(x, value));

    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options, new() => condition(options) ? configurator(options) : options;

    public static T[] When<T>(this T[] options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options, new() => Array.ConvertAll(options, x => x.When(condition, configurator));

    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators)
        where T : Options, new() => Array.ConvertAll(configurators, x => x(options));

    public static T[] CombineWith<T>(this T options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new() => configurators.SelectMany(x => x(options)).ToArray();

    public static T[] CombineWith<T>(this IEnumerable<T> options, params Configure<T>[] configurators)
        where T : Options, new() => configurators.SelectMany(x => options.Select(y => x(y))).ToArray();

    public static T[] CombineWith<T>(this IEnumerable<T> options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new() => configurators.SelectMany(x => options.SelectMany(y => x(y))).ToArray();

    public static T[] CombineWith<T, TValue>(
        this T options,
        IEnumerable<TValue> values,
        Func<T, TValue, T> configurator
    )
        where T : Options => values.Select(x => configurator(options, x)).ToArray();

    public static T[] CombineWith<T, TValue>(
        this IEnumerable<T> options,
        IEnumerable<TValue> values,
        Func<T, TValue, T> configurator
    )
        where T : Options => options.SelectMany(x => values.Select(y => configurator(x, y))).ToArray();

    public static T[] CombineWith<T, TValue>(
        this T options,
        IEnumerable<TValue> values,
        Func<T, TValue, IEnumerable<T>> configurator
    )
        where T : Options => values.SelectMany(x => configurator(options, x)).ToArray();

    public static T[] CombineWith<T, TValue>(
        this IEnumerable<T> options,
        IEnumerable<TValue> values,
        Func<T, TValue, IEnumerable<T>> configurator
    )
        where T : Options => options.SelectMany(x => values.SelectMany(y => configurator(x, y))).ToArray();
}
