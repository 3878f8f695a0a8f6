using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Generators;

/// <summary>Generators of the model's containers around generators of what is in them.</summary>
static class Some
{
    public static Gen<T?> Maybe<T>(this Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));

    public static Gen<T?> MaybeValue<T>(this Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));

    public static Gen<T[]> Several<T>(this Gen<T> gen, int min, int max) =>
        from count in Gen.Choose(min, max)
        from items in gen.ArrayOf(count)
        select items;

    public static Gen<ValueList<T>> List<T>(this Gen<T> gen, int min = 0, int max = 3) =>
        gen.Several(min, max).Select(ValueList.From<T>);

    public static Gen<ValueMap<T>> Map<T>(Gen<string> keys, Gen<T> values, int min = 0, int max = 3) =>
        keys.SelectMany(key => values.Select(value => new Entry<T>(key, value)))
            .Several(min, max)
            .Select(entries => ValueMap.From(entries.DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase)));

    public static Gen<Expressible<T>> Expressible<T>(this Gen<T> gen, string expression) =>
        Gen.OneOf(gen.Select(value => (Expressible<T>)value), Gen.Constant(Model.Expressible.From<T>(expression)));

    public static Gen<bool> Flag { get; } = Gen.Elements(true, false);
}
