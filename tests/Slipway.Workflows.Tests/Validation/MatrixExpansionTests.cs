using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests.Validation;

/// <summary>The examples of docs.github.com, "Running variations of jobs in a workflow".</summary>
public sealed class MatrixExpansionTests
{
    [Fact]
    public void Included_rows_join_what_they_do_not_change_or_stand_alone()
    {
        var matrix = new Matrix
        {
            Axes = [("fruit", (ValueList<Value>)["apple", "pear"]), ("animal", (ValueList<Value>)["cat", "dog"])],
            Include =
                (ValueList<ValueMap<Value>>)
                    [
                        [("color", "green")],
                        [("color", "pink"), ("animal", "cat")],
                        [("fruit", "apple"), ("shape", "circle")],
                        [("fruit", "banana")],
                        [("fruit", "banana"), ("animal", "cat")],
                    ],
        };

        MatrixExpansion
            .Expand(matrix)
            .Select(Text)
            .Should()
            .Equal(
                "animal=cat color=pink fruit=apple shape=circle",
                "animal=dog color=green fruit=apple shape=circle",
                "animal=cat color=pink fruit=pear",
                "animal=dog color=green fruit=pear",
                "fruit=banana",
                "animal=cat fruit=banana"
            );
    }

    [Fact]
    public void An_excluded_row_takes_every_combination_that_holds_it()
    {
        var matrix = new Matrix
        {
            Axes = [("os", (ValueList<Value>)["linux", "windows"]), ("version", (ValueList<Value>)[12, 14])],
            Exclude =
                (ValueList<ValueMap<Value>>)
                    [
                        [("os", "windows"), ("version", 12)],
                    ],
        };

        MatrixExpansion
            .Expand(matrix)
            .Select(Text)
            .Should()
            .Equal("os=linux version=12", "os=linux version=14", "os=windows version=14");
    }

    [Fact]
    public void Without_an_axis_the_included_rows_are_the_jobs()
    {
        var matrix = new Matrix
        {
            Include =
                (ValueList<ValueMap<Value>>)
                    [
                        [("a", 1)],
                        [("a", 2)],
                    ],
        };

        MatrixExpansion.Expand(matrix).Select(Text).Should().Equal("a=1", "a=2");
    }

    [Fact]
    public void With_an_expression_only_GitHub_knows() =>
        MatrixExpansion
            .Count(new Matrix { Axes = [("a", Expressible.From<ValueList<Value>>("${{ fromJSON(vars.A) }}"))] })
            .Should()
            .BeNull();

    static string Text(ValueMap<Value> job) =>
        string.Join(
            ' ',
            job.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry =>
                    $"{entry.Key}={(entry.Value is TextValue text ? text.Text : ((NumberValue)entry.Value).Number)}"
                )
        );
}
