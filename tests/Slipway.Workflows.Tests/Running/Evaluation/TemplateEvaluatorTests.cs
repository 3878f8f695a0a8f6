using Slipway.Workflows.Model;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Evaluation;

public sealed class TemplateEvaluatorTests
{
    static readonly EvaluationScope Scope = new(
        new Contexts { GitHub = Values.Map(("ref", "main"), ("run", 7), ("list", new ListValue([1, 2]))) }
    );

    [Fact]
    public void Each_expression_of_a_text_is_replaced_by_its_value() =>
        TemplateEvaluator
            .Text("on ${{ github.ref }}: ${{ github.run }}${{ github.none }}.", Scope)
            .Should()
            .Be("on main: 7.");

    [Fact]
    public void An_expression_that_is_the_whole_text_keeps_its_type() =>
        TemplateEvaluator.Value("${{ github.list }}", Scope).Should().Be(new ListValue([1, 2]));

    [Fact]
    public void An_expression_with_text_around_it_is_a_text() =>
        TemplateEvaluator.Value(" ${{ github.run }}", Scope).Should().Be(new TextValue(" 7"));

    [Theory]
    [InlineData(null, JobStatus.Success, true)]
    [InlineData(null, JobStatus.Failure, false)]
    [InlineData("github.ref == 'main'", JobStatus.Success, true)]
    [InlineData("github.ref == 'other'", JobStatus.Success, false)]
    [InlineData("github.ref == 'main'", JobStatus.Failure, false)]
    [InlineData("always()", JobStatus.Cancelled, true)]
    [InlineData("failure() && github.ref == 'main'", JobStatus.Failure, true)]
    [InlineData("failure() && github.ref == 'main'", JobStatus.Success, false)]
    [InlineData("${{ !cancelled() }}", JobStatus.Failure, true)]
    [InlineData("${{ !cancelled() }}", JobStatus.Cancelled, false)]
    // Text around it makes it a text, and no text that is not empty is false: as on GitHub.
    [InlineData("${{ github.ref == 'other' }} ", JobStatus.Success, true)]
    public void A_condition_without_a_status_function_asks_for_success_too(
        string? condition,
        JobStatus status,
        bool holds
    ) => TemplateEvaluator.Holds(condition, Scope with { Status = StatusFunctions.Of(status) }).Should().Be(holds);
}
