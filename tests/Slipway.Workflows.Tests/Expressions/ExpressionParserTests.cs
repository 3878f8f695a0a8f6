using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Expressions;

namespace Slipway.Workflows.Tests.Expressions;

[Collection(Judging.Name)]
public sealed class ExpressionParserTests(Judges judges)
{
    static readonly string[] Pieces =
    [
        .. "github env vars job jobs steps runner secrets strategy matrix needs inputs GitHub foo true false null NaN".Split(
            ' '
        ),
        .. "Infinity -Infinity 1 -1 +1 1. .5 1.5e3 0x1F 0o17 1a a-b _a 'a' 'it''s' 'open '' == != < <= > >= && ||".Split(
            ' '
        ),
        .. "! ( ) [ ] , . * = & | + - # \" $ { }".Split(' '),
        .. ".event .*.name ['a'] [0] [*] contains( startsWith( endsWith( format( join( toJSON( fromJSON( hashFiles(".Split(
            ' '
        ),
        .. "always() success( failure() cancelled() case( unknown(".Split(' '),
        " ",
        "\n",
    ];

    [Theory]
    [InlineData("a && b", "there is no context 'a'*, at character 1")]
    [InlineData("github.ref == main", "there is no context 'main'*a string stands in single quotes, at character 15")]
    [InlineData("github.ref == 'main", "a string that begins here has no closing ', at character 15")]
    [InlineData("github.ref == \"main\"", "'\"main\"' is neither a name, a number nor an operator, at character 15")]
    [InlineData("github.ref = 'main'", "'=' is neither a name, a number nor an operator, at character 12")]
    [InlineData("contains(github.ref)", "'contains' takes at least 2 arguments, at character 1")]
    [InlineData("always(1)", "'always' takes no arguments, at character 1")]
    // GitHub's parser for editors takes JavaScript's binary numbers; no documentation and no runner knows them.
    [InlineData("0b1", "'0b1' is neither a name, a number nor an operator, at character 1")]
    [InlineData("lower('A')", "there is no function 'lower'*, at character 1")]
    [InlineData("(github.ref", "the expression ends where more is expected, at character 12")]
    [InlineData("github.ref)", "')' is not expected here, at character 11")]
    [InlineData("", "the expression ends where more is expected, at character 1")]
    public void What_does_not_parse_is_said_with_its_place(string expression, string message)
    {
        var parsing = () => ExpressionParser.Parse(expression);

        parsing.Should().Throw<ExpressionException>().WithMessage(message);
    }

    [Fact]
    public void And_binds_stronger_than_or()
    {
        var parsed = (OperatorExpression)ExpressionParser.Parse("true || false && !null == 1");

        parsed.Operator.Should().Be("||");
        ((OperatorExpression)parsed.Operands[1]).Operator.Should().Be("&&");
    }

    [SkippableFact]
    public void It_takes_what_GitHubs_parser_takes()
    {
        judges.Require();

        Prop.ForAll(
                Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
                text => AgreesWithGitHub(text)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    bool AgreesWithGitHub(string text)
    {
        // GitHub's parser takes nothing for an expression, and a comma before a closing bracket; its documentation does not.
        if (string.IsNullOrWhiteSpace(text) || EndsList(text))
            return true;
        var theirs = judges.ParseExpressionAsync(text).GetAwaiter().GetResult().Errors;
        var ours = Refusal(text);
        (ours is null)
            .Should()
            .Be(
                theirs.Count == 0,
                "of '{0}' GitHub says [{1}] and we say [{2}]",
                text,
                string.Join("; ", theirs),
                ours
            );
        return true;
    }

    static bool EndsList(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Contains(",)", StringComparison.Ordinal);

    static string? Refusal(string text)
    {
        try
        {
            ExpressionParser.Parse(text);
            return null;
        }
        catch (ExpressionException refusal)
        {
            return refusal.Message;
        }
    }
}
