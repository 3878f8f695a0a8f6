using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Caching.Keys;

namespace Slipway.Workflows.Tests.Caching.Keys;

public class CacheKeyTests
{
    static readonly Gen<Ingredient> s_ingredient =
        from kind in Gen.Elements(Enum.GetValues<IngredientKind>())
        from name in Gen.Elements("a", "b", "ab", "a b", "ä/ö", "")
        from value in Gen.Elements("", "1", "2", "a", "file 00", "file 01")
        select new Ingredient(kind, name, value);

    static readonly Gen<Ingredient[]> s_ingredients = s_ingredient.ArrayOf();

    [Fact]
    public void The_order_in_which_inputs_are_found_does_not_matter() =>
        Prop.ForAll(
                (from list in s_ingredients from shuffled in Gen.Shuffle(list) select (list, shuffled)).ToArbitrary(),
                lists => CacheKey.Of(lists.list) == CacheKey.Of(lists.shuffled)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Other_inputs_have_another_key() =>
        Prop.ForAll(
                (from one in s_ingredients from other in s_ingredients select (one, other)).ToArbitrary(),
                lists => AreTheSame(lists.one, lists.other) == (CacheKey.Of(lists.one) == CacheKey.Of(lists.other))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_input_more_less_or_changed_gives_another_key() =>
        Prop.ForAll(
                (from list in s_ingredients from added in s_ingredient select (list, added)).ToArbitrary(),
                given => CacheKey.Of(given.list) != CacheKey.Of([.. given.list, given.added])
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_moves_from_a_name_to_its_value_gives_another_key() =>
        CacheKey
            .Of([new(IngredientKind.File, "ab", "c")])
            .Should()
            .NotBe(CacheKey.Of([new(IngredientKind.File, "a", "bc")]));

    /// <summary>Whoever changes what a key is made of must count the format up: entries of before would be taken for others.</summary>
    [Fact]
    public void The_key_of_an_input_stays_what_it_is_from_version_to_version() =>
        CacheKey
            .Of([new(IngredientKind.File, "src/a.cs", "file 00"), new(IngredientKind.Tool, ".NET SDK", "10")])
            .Text.Should()
            .Be("b5eac84332d5b2b44a9a07a3520942373f184ed68c9a7e18f8b4b88c38f810fa");

    static bool AreTheSame(Ingredient[] one, Ingredient[] other) =>
        one.Length == other.Length
        && one.GroupBy(item => item).All(group => other.Count(group.Key.Equals) == group.Count());
}
