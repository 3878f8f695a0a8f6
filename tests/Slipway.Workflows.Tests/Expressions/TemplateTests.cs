using Slipway.Workflows.Expressions;

namespace Slipway.Workflows.Tests.Expressions;

public sealed class TemplateTests
{
    [Fact]
    public void Each_expression_of_a_text_is_found() =>
        Template
            .Parse("a ${{ github.sha }} b ${{ '}}' }}${{ env.A }}")
            .Select(found => (found.Offset, found.Source))
            .Should()
            .Equal((2, "${{ github.sha }}"), (22, "${{ '}}' }}"), (33, "${{ env.A }}"));

    [Theory]
    [InlineData("a ${{ github.sha", "${{ has no closing }}, at character 3")]
    [InlineData("a ${{ github. }}", "the expression ends where more is expected, at character 15")]
    public void The_place_of_a_failure_counts_from_the_texts_beginning(string text, string message)
    {
        var parsing = () => Template.Parse(text);

        parsing.Should().Throw<ExpressionException>().WithMessage(message);
    }

    [Theory]
    [InlineData("github.ref == 'a'")]
    [InlineData("${{ github.ref == 'a' }}")]
    public void A_condition_is_an_expression_with_or_without_its_braces(string condition) =>
        Template.ParseCondition(condition).Single().Expression.Should().BeOfType<OperatorExpression>();

    [Theory]
    [InlineData("github.event.issue.title", "github.event.issue.title")]
    [InlineData("GitHub['event'].Issue.title", "github.event.issue.title")]
    [InlineData("github.event.*.title", "github.event.*.title")]
    [InlineData("secrets[format('A{0}', matrix.os)]", "secrets.* matrix.os")]
    [InlineData("toJSON(secrets)", "secrets")]
    [InlineData("env.A == 'secrets.B' && vars.C", "env.a vars.c")]
    public void References_are_the_longest_paths(string expression, string references) =>
        References.Of(ExpressionParser.Parse(expression)).Should().Equal(references.Split(' '));
}
