using TinyGallery.Api.Data.Migrations;

namespace TinyGallery.UnitTests.Data.Migrations;

public sealed class MigrationTests
{
    [Fact]
    public void Its_number_is_in_its_name()
    {
        Migration.Parse("0012_add_tags", "SELECT 1").Number.Should().Be(12);
    }

    [Theory]
    [InlineData("12_add_tags")]
    [InlineData("add_tags")]
    [InlineData("0012")]
    [InlineData("0012_")]
    [InlineData("0012-add_tags")]
    public void A_name_of_another_form_is_refused(string name)
    {
        FluentActions.Invoking(() => Migration.Parse(name, "")).Should().Throw<FormatException>();
    }

    [Fact]
    public void Line_ends_of_another_system_are_the_same_migration()
    {
        var unix = Migration.Parse("0001_a", "one\ntwo\n");
        var windows = Migration.Parse("0001_a", "one\r\ntwo\r\n");
        var other = Migration.Parse("0001_a", "one\ntwo");

        windows.Checksum.Should().Be(unix.Checksum);
        other.Checksum.Should().NotBe(unix.Checksum);
    }

    [Fact]
    public void What_it_says_of_itself_stands_above_its_first_statement()
    {
        var migration = Migration.Parse(
            "0001_begin",
            "-- Why: because.\r\n--  phase: contract\r\n\r\n-- contract-after: 1.4.0\r\nSELECT 1;\r\n-- more: so"
        );

        migration.Declared("phase").Should().Be("contract");
        migration.Declared("contract-after").Should().Be("1.4.0");
        migration.Declared("more").Should().BeNull();
    }

    [Fact]
    public void They_come_in_the_order_of_their_numbers()
    {
        Migration[] some = [Migration.Parse("0002_b", ""), Migration.Parse("0001_a", "")];

        MigrationSet.Ordered(some).Select(m => m.Number).Should().Equal(1, 2);
    }

    [Theory]
    [InlineData("0001_a", "0003_c")]
    [InlineData("0001_a", "0001_b")]
    [InlineData("0002_a", "0003_b")]
    public void A_gap_or_a_number_twice_is_refused(string one, string other)
    {
        Migration[] some = [Migration.Parse(one, ""), Migration.Parse(other, "")];

        FluentActions.Invoking(() => MigrationSet.Ordered(some)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        var sqlite = MigrationSet.Of("sqlite").Select(m => m.Name);

        MigrationSet.Of("postgres").Select(m => m.Name).Should().Equal(sqlite).And.NotBeEmpty();
    }
}
