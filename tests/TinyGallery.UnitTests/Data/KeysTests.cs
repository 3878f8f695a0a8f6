using Slipway.Testing;
using TinyGallery.Api.Data;

namespace TinyGallery.UnitTests.Data;

public sealed class KeysTests
{
    readonly Keys _keys = new();
    readonly ManualTime _time = new();

    [Fact]
    public void Identifiers_are_in_the_order_in_which_they_were_made()
    {
        var made = Enumerable.Range(0, 1000).Select(_ => _keys.Next(_time.GetUtcNow()).ToString()).ToList();

        made.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_change_the_order()
    {
        var before = _keys.Next(_time.GetUtcNow()).ToString();

        _time.Jump(_time.GetUtcNow().AddHours(-1));

        string.CompareOrdinal(_keys.Next(_time.GetUtcNow()).ToString(), before).Should().BePositive();
    }

    [Fact]
    public void The_first_page_begins_behind_all_of_them()
    {
        string.CompareOrdinal(Keys.Before(null), Guid.AllBitsSet.ToString()).Should().BePositive();
        Keys.Before(Guid.Empty).Should().Be(Guid.Empty.ToString());
    }
}
