using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Tests.Reading;

public sealed class WorkflowReaderTests
{
    const string Job = "jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n";

    [Theory]
    [InlineData("on: push\n")]
    [InlineData("on: [push]\n")]
    [InlineData("'on':\n  push:\n")]
    [InlineData("on: { push: null }\n")]
    public void Every_form_of_an_event_is_the_same(string on) =>
        Read(on + Job).On.Should().Equal(new EventTrigger("push"));

    [Fact]
    public void A_number_becomes_the_text_that_GitHub_makes_of_it()
    {
        var workflow = Read($"on: push\nenv:\n  A: 1.10\n  B: 0x1F\n  C: 1e3\n  D: yes\n  E: True\n  F:\n{Job}");

        workflow.Env.Values.Should().Equal("1.1", "31", "1000", "yes", "true", "");
    }

    [Fact]
    public void An_anchor_stands_for_what_it_names()
    {
        var workflow = Read("on: push\njobs:\n  a: &job\n    runs-on: x\n    steps:\n      - run: ls\n  b: *job\n");

        workflow.Jobs.Find("b").Should().Be(workflow.Jobs.Find("a"));
    }

    [Fact]
    public void Places_are_found_by_their_path()
    {
        var places = WorkflowReader.Read($"on: push\n{Job}", "ci.yml").Places;

        places.Find("jobs.a.steps[0].run")!.Value.ToString().Should().Be("6:14");
        places.Find("jobs.a").ToString().Should().Be("3:3");
        places.Find("jobs.a.timeout-minutes").ToString().Should().Be("3:3", "what is missing is missing there");
    }

    [Theory]
    [InlineData("", "ci.yml: the file is empty; a workflow has `on` and `jobs`")]
    [InlineData("- a\n", "ci.yml:1:1: not a mapping; a workflow has `on` and `jobs` at the top")]
    [InlineData("on: push\n" + Job + "---\na: b\n", "ci.yml:7:1: a second document; a workflow's file holds one")]
    [InlineData("on: push\nOn: push\n" + Job, "ci.yml:2:1: the key 'On' is there twice, first on line 1")]
    [InlineData("on: push\nenv: *none\n" + Job, "ci.yml:2:6: the alias *none has no anchor above it")]
    [InlineData("on: push\n", "ci.yml:1:1: the workflow needs 'jobs'")]
    [InlineData("on: push\njob: {}\n" + Job, "ci.yml:2:1: the workflow does not know 'job', only *")]
    [InlineData("on: push\njobs:\n  a:\n    runs_on: x\n", "ci.yml:4:5: jobs.a needs 'runs-on'")]
    [InlineData(
        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: b\n        run: c\n",
        "ci.yml:7:9: jobs.a.steps[0] does not know 'run', only *"
    )]
    [InlineData(
        "on: push\npermissions:\n  contents: admin\n" + Job,
        "ci.yml:3:13: permissions.contents takes one of none, read, write"
    )]
    [InlineData(
        "on: push\njobs:\n  a:\n    runs-on: x\n    timeout-minutes: 1.5\n",
        "ci.yml:5:22: jobs.a.timeout-minutes takes a whole number"
    )]
    [InlineData(
        "on: push\njobs:\n  a:\n    runs-on: x\n    continue-on-error: 'yes'\n",
        "ci.yml:5:24: jobs.a.continue-on-error takes true or false"
    )]
    [InlineData("on: push\nname: [a\n", "ci.yml:*: not YAML: *")]
    public void What_is_wrong_is_said_with_its_place(string text, string message)
    {
        var reading = () => WorkflowReader.Read(text, "ci.yml");

        reading.Should().Throw<WorkflowException>().WithMessage(message);
    }

    [Fact]
    public void Aliases_of_aliases_do_not_fill_the_memory()
    {
        var lines = new List<string> { "a0: &a0 [x, x, x, x, x, x, x, x, x, x]" };
        for (var level = 1; level < 12; level++)
            lines.Add($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");
        var reading = () => WorkflowReader.Read(string.Join('\n', lines), "ci.yml");

        reading.Should().Throw<WorkflowException>().WithMessage("*its aliases make the document too large");
    }

    [Fact]
    public void Depth_does_not_exhaust_the_stack()
    {
        var reading = () => WorkflowReader.Read($"on: {new string('[', 5000)}", "ci.yml");

        reading.Should().Throw<WorkflowException>();
    }

    static Workflow Read(string text) => WorkflowReader.Read(text, "ci.yml").Workflow;
}
