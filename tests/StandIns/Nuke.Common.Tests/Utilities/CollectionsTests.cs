using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tests.Utilities;

public class CollectionsTests
{
    [Fact]
    public void Items_and_sequences_are_put_together()
    {
        1.Concat([2, 3]).Should().Equal(1, 2, 3);
        new[] { 1 }.Concat(2, 3).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void Each_item_is_acted_on_with_its_index()
    {
        var seen = new List<string>();

        new[] { "a", "b" }.ForEach((x, i) => seen.Add(x + i));
        new[] { "c" }.ForEach(seen.Add);
        _ = new[] { "d" }.ForEachLazy(seen.Add);

        seen.Should().Equal("a0", "b1", "c");
    }

    [Fact]
    public void What_is_missing_or_unwanted_is_left_out()
    {
        new[] { "a", null }.WhereNotNull().Should().Equal("a");
        new[] { "a", "b" }.WhereNot(x => x == "a").Should().Equal("b");
        ((string[]?)null).ToEmptyIfNull().Should().BeEmpty();
        ((IEnumerable<string>?)null).IsNullOrEmpty().Should().BeTrue();
        new[] { 1, 2, 3, 1 }.TakeUntil(x => x == 3).Should().Equal(1, 2);
        new[] { 1, 2, 3, 1 }.SkipUntil(x => x == 3).Should().Equal(3, 1);
        new[] { "a1", "a2", "b1" }.Distinct(x => x[0]).Should().Equal("a1", "b1");
    }

    [Fact]
    public void A_duplicate_key_is_an_error_that_names_it()
    {
        var build = () => new[] { "a", "b", "a" }.ToDictionarySafe(x => x, x => x, "Duplicates:");

        build.Should().Throw<ArgumentException>().WithMessage($"Duplicates:{Environment.NewLine} - a*");
        new[] { "a", "b" }.ToDictionarySafe(x => x, x => x.Length, "").Should().HaveCount(2);
    }

    [Fact]
    public void One_item_or_an_error_with_the_message_given()
    {
        int[] two = [1, 2];

        two.SingleOrError(x => x == 1, "none").Should().Be(1);
        two.SingleOrDefaultOrError(x => x == 3, "several").Should().Be(0);
        two.Invoking(x => x.SingleOrDefaultOrError("several"))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("several");
        two.Invoking(x => x.SingleOrError("several"))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("several");
    }

    [Fact]
    public void Descendants_are_a_chain_or_a_tree()
    {
        3.DescendantsAndSelf(x => x - 1).Should().Equal(3, 2, 1);
        "a".Descendants(x => x.Length < 3 ? [x + "0", x + "1"] : []).Should().HaveCount(6);
        "a".DescendantsAndSelf(x => x.Length < 3 ? [x + "0"] : []).Should().Equal("a", "a0", "a00");
    }

    [Fact]
    public void A_lookup_table_can_be_changed()
    {
        var table = new LookupTable<string, int> { ["a"] = [1, 2] };
        table.Add("b", 3);
        table.AddRange("b", [4, 5]);
        table.Remove("b", 4);
        table.Remove("a");

        table.Should().ContainSingle().Which.Should().Equal(3, 5);
        table["missing"].Should().BeEmpty();
        table.Contains("b").Should().BeTrue();
        new[] { 1, 2, 3 }.ToLookupTable(x => x % 2, x => x)[1].Should().Equal(1, 3);
        table.Clear();
        table.Count.Should().Be(0);
    }

    [Fact]
    public void Pairs_are_added_in_a_chain()
    {
        var pairs = new Dictionary<string, string>()
            .AddPair("a", "1")
            .AddPair("b", 2)
            .AddPairWhenValueNotNull("c", (string)null!)
            .AddPairWhenKeyNotNull(null!, "d")
            .AddDictionary(new Dictionary<string, string> { ["e"] = "5" });

        pairs.SetKeyValue("a", "0");

        pairs
            .Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["a"] = "0",
                    ["b"] = "2",
                    ["e"] = "5",
                }
            );
    }

    [Fact]
    public void Conditions_stand_in_a_chain()
    {
        "a".When(true, x => x + "b").When(false, x => x + "c").Should().Be("ab");
        "a".WhenNotNull((string?)null, (x, y) => x + y).WhenNotNull("d", (x, y) => x + y).Should().Be("ad");
        "a".Apply(x => x.Length).Should().Be(1);
    }
}
