using Slipway.Workflows.Caching.Keys;

namespace Slipway.Workflows.Tests.Caching.Keys;

public class DifferenceTests
{
    [Fact]
    public void Files_that_came_went_and_changed_are_told_apart() =>
        Difference
            .Between(
                [File("gone", "1"), File("same", "1"), File("other", "1")],
                [File("same", "1"), File("other", "2"), File("new", "1")]
            )
            .Should()
            .Equal("file gone removed", "file new added", "file other changed");

    [Fact]
    public void What_is_no_file_is_told_first() =>
        Difference
            .Between(
                [File("a", "1"), new(IngredientKind.Parameter, "CoverageThreshold", "80")],
                [
                    File("a", "2"),
                    new(IngredientKind.Parameter, "CoverageThreshold", "90"),
                    new(IngredientKind.Variable, "TZ", "x"),
                ]
            )
            .Should()
            .Equal("parameter CoverageThreshold changed", "environment variable TZ added", "file a changed");

    [Fact]
    public void Of_many_files_a_few_are_named_and_the_others_counted() =>
        Difference
            .Between([], Enumerable.Range(0, 9).Select(number => File($"f{number}", "1")))
            .Should()
            .Equal(
                "file f0 added",
                "file f1 added",
                "file f2 added",
                "file f3 added",
                "file f4 added",
                "and 4 more files"
            );

    [Fact]
    public void Of_nothing_different_nothing_is_told() =>
        Difference.Between([File("a", "1")], [File("a", "1")]).Should().BeEmpty();

    static Ingredient File(string name, string value) => new(IngredientKind.File, name, value);
}
