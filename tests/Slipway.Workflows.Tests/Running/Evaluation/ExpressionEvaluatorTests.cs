using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Evaluation;

[Collection(Judging.Name)]
public sealed class ExpressionEvaluatorTests(Judges judges)
{
    static readonly EvaluationScope Scope = new(ContextsOf(AnyExpression.Contexts));
    static readonly JsonElement Given = JsonDocument.Parse(AnyExpression.Contexts).RootElement;

    [SkippableFact]
    public void It_comes_to_what_GitHubs_evaluator_comes_to()
    {
        judges.Require();

        // A hundred in one question: each question costs more than its answer.
        Prop.ForAll(AnyExpression.Any.ArrayOf(100).ToArbitrary(), texts => AgreesWithGitHub(texts))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [SkippableFact]
    public void Every_two_literals_compare_as_GitHub_compares_them()
    {
        judges.Require();

        var all = new List<string>();
        foreach (var one in AnyExpression.Literals)
        {
            string[] comparisons =
            [
                .. AnyExpression.Literals.SelectMany(other =>
                    (string[])
                        [$"{one} == {other}", $"{one} < {other}", $"{one} >= {other}", $"contains({one}, {other})"]
                ),
            ];
            var slots = string.Join(' ', comparisons.Select((_, index) => $"{{{index}}}"));
            all.Add($"format('{slots}', {string.Join(", ", comparisons)})");
        }
        AgreesWithGitHub(all);
    }

    // Each row is what the runner does (actions/runner, ExpressionUtility and ToJson), which GitHub's package for editors does not.
    [Theory]
    [InlineData("'0xFFFFFFFF' == -1", "true")]
    [InlineData("'infinity' == Infinity", "true")]
    [InlineData("'0b1' == 1", "false")]
    [InlineData("format('{0}', 1e20)", "1E+20")]
    [InlineData("format('{0}', 123456789012345678)", "1.23456789012346E+17")]
    [InlineData("toJSON(NaN)", "NaN")]
    [InlineData("'ß' == 'SS'", "false")]
    public void Where_GitHubs_two_evaluators_differ_the_runners_counts(string expression, string text) =>
        Coercions.ToText(Evaluate(expression)).Should().Be(text);

    [Theory]
    [InlineData("true", "success() && !failure() && !cancelled() && always()", JobStatus.Success)]
    [InlineData("true", "!success() && failure() && !cancelled() && always()", JobStatus.Failure)]
    [InlineData("true", "!success() && !failure() && cancelled() && always()", JobStatus.Cancelled)]
    public void The_status_functions_answer_what_the_job_has_come_to(string value, string expression, JobStatus status)
    {
        var scope = Scope with { Status = StatusFunctions.Of(status) };

        Coercions.ToText(ExpressionEvaluator.Evaluate(ExpressionParser.Parse(expression), scope)).Should().Be(value);
    }

    [Theory]
    [InlineData("fromJSON('{a}')", "fromJSON(): the text is not JSON at line 1, byte 2.")]
    [InlineData("format('{0} {', 1)", "format(): no bracket fits at character 5: *")]
    [InlineData("format('{1}', 1)", "format(): there is no argument for {1}: there are 1, counted from 0.")]
    [InlineData("format('{0:x}', 1)", "format(): no bracket fits at character 1: *")]
    [InlineData("case('a', 1, 2)", "case(): each condition must be true or false*")]
    [InlineData("hashFiles('a')", "hashFiles() can only look at files in a job's steps.")]
    public void What_has_no_value_says_why(string expression, string message)
    {
        var evaluating = () => Evaluate(expression);

        evaluating.Should().Throw<EvaluationException>().WithMessage(message);
    }

    static Value Evaluate(string expression) => ExpressionEvaluator.Evaluate(ExpressionParser.Parse(expression), Scope);

    bool AgreesWithGitHub(IReadOnlyList<string> texts)
    {
        var theirs = judges.EvaluateAsync(texts, Given).GetAwaiter().GetResult();
        theirs.Should().HaveSameCount(texts);
        foreach (var (text, judgment) in texts.Zip(theirs))
            Agrees(text, judgment);
        return true;
    }

    static void Agrees(string text, Judgment theirs)
    {
        Value? ours = null;
        var refusal = "";
        try
        {
            ours = Evaluate(text);
        }
        catch (EvaluationException failure)
        {
            refusal = failure.Message;
        }
        if (theirs.Errors.Count > 0)
            ours.Should().BeNull("of `{0}` GitHub says {1}", text, theirs.Errors[0]);
        else
            ours.Should().Be(ToValue(theirs.Tree), "of `{0}`; {1}", text, refusal);
    }

    static Value ToValue(JsonElement tree)
    {
        var kind = tree.EnumerateObject().First();
        return kind.Name switch
        {
            "list" => new ListValue(ValueList.From(kind.Value.EnumerateArray().Select(ToValue))),
            "map" => Values.Map(kind.Value.EnumerateArray().Select(pair => (pair[0].GetString()!, ToValue(pair[1])))),
            "number" => kind.Value.ValueKind == JsonValueKind.Number
                ? kind.Value.GetDouble()
                : double.Parse(kind.Value.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            "value" => kind.Value.ValueKind == JsonValueKind.String ? kind.Value.GetString()! : kind.Value.GetBoolean(),
            _ => NullValue.Instance,
        };
    }

    static Contexts ContextsOf(string json)
    {
        var all = (MapValue)JsonText.Read(json);
        MapValue Of(string name) => (MapValue)all.Entries.Find(name)!;
        return new Contexts
        {
            GitHub = Of("github"),
            Env = Of("env"),
            Needs = Of("needs"),
            Matrix = Of("matrix"),
            Strategy = Values.Empty,
            Jobs = Values.Empty,
        };
    }
}
