using Slipway.Delivery.Databases;

namespace Slipway.Delivery.Tests.Databases;

public sealed class TableComparisonTests
{
    static readonly TableFingerprint s_albums = new("albums", 3, "aa");
    static readonly TableFingerprint s_photos = new("photos", 5, "bb");

    [Fact]
    public void The_same_tables_are_equal_in_whatever_order() =>
        TableComparison.Of([s_albums, s_photos], [s_photos, s_albums]).Should().OnlyContain(table => table.IsEqual);

    [Fact]
    public void Every_kind_of_difference_is_named()
    {
        var compared = TableComparison.Of(
            [s_albums, s_photos, new("tags", 1, "cc")],
            [s_albums with { Rows = 2 }, s_photos with { Checksum = "xx" }, new("extra", 1, "dd")]
        );

        compared
            .Select(table => table.ToString())
            .Should()
            .Equal(
                "albums has 2 rows instead of 3",
                "extra is not in the backup's list",
                "photos has 5 rows, and not all as they were",
                "tags is missing"
            );
        compared.Should().NotContain(table => table.IsEqual);
    }
}
