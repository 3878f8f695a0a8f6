using TinyGallery.Api.Data.Migrations;

namespace TinyGallery.UnitTests.Data.Migrations;

public sealed class SchemaStatusTests
{
    static readonly Migration One = Migration.Parse("0001_one", "1");
    static readonly Migration Two = Migration.Parse("0002_two", "2");

    [Fact]
    public void What_the_database_lacks_is_pending()
    {
        var status = SchemaStatus.Compare([One, Two], [Applied(One)]);

        status.Applied.Should().Equal(Applied(One));
        status.Pending.Should().Equal(Two);
        status.Unknown.Should().BeEmpty();
        status.Changed.Should().BeEmpty();
    }

    [Fact]
    public void What_this_build_lacks_is_unknown()
    {
        var status = SchemaStatus.Compare([One], [Applied(One), Applied(Two)]);

        status.Pending.Should().BeEmpty();
        status.Unknown.Should().Equal(Applied(Two));
    }

    [Fact]
    public void What_was_applied_with_another_text_is_changed()
    {
        var status = SchemaStatus.Compare([One with { Sql = "1" }], [Applied(One) with { Checksum = "another" }]);

        status.Changed.Should().Equal(One);
    }

    static AppliedMigration Applied(Migration migration) =>
        new(migration.Number, migration.Name, migration.Checksum, 0);
}
