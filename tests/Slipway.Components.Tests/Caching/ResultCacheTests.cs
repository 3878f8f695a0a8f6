using System.Text.RegularExpressions;
using Slipway.Components.Tests.Support;

namespace Slipway.Components.Tests.Caching;

/// <summary>A real build, run again and again after this or that has changed.</summary>
public sealed partial class ResultCacheTests : IDisposable
{
    readonly CachedCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Nothing_runs_again_when_nothing_has_changed()
    {
        (await _checkout.RunAsync()).Should().Be("Prepare Check Measure");

        (await _checkout.RunAsync()).Should().BeEmpty();

        _checkout
            .Said.Should()
            .MatchRegex(@"Check\s+Skipped\s.*Passed: 3, Unchanged since: \d{4}-\d\d-\d\d \d\d:\d\d UTC");
        _checkout.Said.Should().Contain("Not run again, for nothing has changed: Check, Measure, Prepare. That saved");
        _checkout.Said.Should().Contain("Build succeeded");
    }

    [Fact]
    public async Task What_was_found_is_found_again_and_marked_with_its_time()
    {
        await _checkout.RunAsync("Show", "All");
        var first = Findings();

        (await _checkout.RunAsync("Show", "All")).Should().BeEmpty();

        first.Should().Equal("suite=unit 3", "check=Form good", "coverage=coverage 100.0 % of 1 lines, threshold 0 %");
        Findings().Select(line => Note().Replace(line, "")).Should().Equal(first);
        Findings()[0].Should().MatchRegex(@"^suite=unit 3 \(unchanged since .* UTC\)$");
        Findings()[1].Should().MatchRegex(@"^check=Form good \(unchanged since .* UTC\)$");
    }

    [Theory]
    [InlineData("src/a", "2", "Prepare Check Measure")]
    [InlineData("src/new", "1", "Prepare Check Measure")]
    [InlineData("beside", "1", "")]
    public async Task A_file_makes_those_run_that_depend_on_it(string file, string content, string ran)
    {
        await _checkout.RunAsync();
        _checkout.Write(file, content);

        (await _checkout.RunAsync()).Should().Be(ran);
    }

    [Fact]
    public async Task A_parameter_makes_the_target_run_on_what_was_found_before()
    {
        await _checkout.RunAsync("--level", "1");

        (await _checkout.RunAsync("--level", "2", "--explain")).Should().Be("Measure");

        _checkout.Said.Should().Contain("Measure runs: parameter Level changed");
        _checkout.Said.Should().Contain("Check: unchanged since").And.Contain("nothing that it depends on has changed");
        (await _checkout.RunAsync("--level", "1")).Should().BeEmpty("both results are kept");
    }

    [Theory]
    [InlineData("SAMPLE_MODE")]
    [InlineData("UseStandIns")]
    [InlineData("LC_ALL")]
    [InlineData("Gallery__Mode")]
    public async Task A_variable_that_matters_makes_them_run(string name)
    {
        await _checkout.RunAsync();
        _checkout.Environment[name] = "true";

        (await _checkout.RunAsync("--explain")).Should().Contain("Check");

        _checkout.Said.Should().Contain($"Check runs: environment variable {name} added");
    }

    [Fact]
    public async Task A_variable_that_does_not_matter_changes_nothing()
    {
        await _checkout.RunAsync();
        _checkout.Environment["SOMETHING_ELSE"] = "true";

        (await _checkout.RunAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_means_runs_only_for_those_that_run()
    {
        await _checkout.RunAsync("All");
        (await _checkout.RunAsync("Use")).Should().Be("Use", "what it left is there");
        _checkout.Delete("made/program");

        (await _checkout.RunAsync("All")).Should().BeEmpty("nobody needs it");
        (await _checkout.RunAsync("Use")).Should().Be("Prepare Use");
        _checkout.Delete("made/program");
        (await _checkout.RunAsync("Prepare")).Should().Be("Prepare", "it was asked for");
        _checkout.Write("made/program", "by hand");
        (await _checkout.RunAsync("Use")).Should().Be("Prepare Use");
        _checkout.Read("made/program").Should().Be("compiled");
    }

    [Fact]
    public async Task Behind_a_target_that_failed_those_say_what_was_decided_that_would_have_stayed_away()
    {
        await _checkout.RunAsync();

        (await _checkout.RunAsync("Refuse", "All")).Should().BeEmpty();

        _checkout.Said.Should().MatchRegex(@"Check\s+Skipped\s.*Passed: 3, Unchanged since");
        _checkout.Said.Should().MatchRegex(@"Prepare\s+Skipped\s.*Not needed: by any target that runs");
        _checkout.Said.Should().NotContain("OnlyWhen").And.NotContain("Not run again");
    }

    [Fact]
    public async Task Behind_a_target_that_failed_those_that_would_have_run_say_nothing()
    {
        (await _checkout.RunAsync("Refuse", "All")).Should().BeEmpty();

        _checkout.Said.Should().MatchRegex(@"Check\s+NotRun\s*\n");
    }

    [Fact]
    public async Task A_target_that_changes_something_always_runs()
    {
        await _checkout.RunAsync("Ship");

        (await _checkout.RunAsync("Ship")).Should().Be("Ship");
    }

    [Fact]
    public async Task What_a_target_left_is_there_again()
    {
        await _checkout.RunAsync();
        _checkout.Write("results/check.txt", "by hand");
        _checkout.Write("results/other.txt", "by hand");

        (await _checkout.RunAsync()).Should().BeEmpty();

        _checkout.Read("results/check.txt").Should().Be("checked");
        File.Exists(Path.Combine(_checkout.Root, "results/other.txt")).Should().BeFalse();
    }

    [Theory]
    [InlineData("src/fails")]
    [InlineData("src/skips")]
    [InlineData("src/passing")]
    [InlineData("src/changes")]
    [InlineData("src/objection")]
    public async Task What_proves_nothing_for_later_is_not_kept(string file)
    {
        _checkout.Write(file, "1");
        var first = await _checkout.RunAsync();

        first.Should().Contain("Check");
        (await _checkout.RunAsync()).Should().Contain("Check");
    }

    [Fact]
    public async Task A_target_that_is_left_out_is_not_said_to_hold()
    {
        await _checkout.RunAsync("Show", "All");

        (await _checkout.RunAsync("Show", "All", "--skip", "Check"))
            .Should()
            .Be("Measure", "it takes from what is left out");

        Findings().Should().Equal("coverage=coverage 0.0 % of 1 lines, threshold 0 %");
        await _checkout.RunAsync("Show", "All");
        Findings()[^1].Should().Be("coverage=coverage 100.0 % of 1 lines, threshold 0 %", "half a result is not kept");
    }

    [Fact]
    public async Task A_summary_that_counts_skipped_tests_is_not_taken_for_a_target_that_was_left_out()
    {
        _checkout.Write("src/counts", "");
        (await _checkout.RunAsync("--explain")).Should().Be("Prepare Check Measure");
        _checkout.Said.Should().NotContain("is not kept");

        (await _checkout.RunAsync("--explain")).Should().BeEmpty();

        _checkout.Said.Should().Contain("Skipped: 0, Unchanged since");
    }

    [Fact]
    public async Task Without_the_cache_everything_runs_and_is_kept()
    {
        await _checkout.RunAsync();

        (await _checkout.RunAsync("--no-cache")).Should().Be("Prepare Check Measure");
        (await _checkout.RunAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_cache_is_none()
    {
        await _checkout.RunAsync();
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(_checkout.Root, ".nuke/temp/cache"),
                "*",
                SearchOption.AllDirectories
            )
        )
            await File.WriteAllTextAsync(file, "rubbish");

        (await _checkout.RunAsync()).Should().Be("Prepare Check Measure");
        _checkout.Said.Should().Contain("Build succeeded");
        (await _checkout.RunAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_told_and_fails_nothing()
    {
        _checkout.Write("no-directory", "");

        (await _checkout.RunAsync("--cache", "no-directory")).Should().Be("Prepare Check Measure");

        _checkout.Said.Should().Contain("The result could not be kept for the next run").And.Contain("Build succeeded");
    }

    [SkippableTheory]
    [InlineData("full")]
    [InlineData("read-only")]
    public async Task A_cache_on_a_disk_that_takes_nothing_more_replays_what_it_has_and_fails_nothing(string disk)
    {
        using var place = new Testing.TempDirectory();
        await using var mounted = await Testing.SmallDisk.MountAsync(place["cache"], megabytes: 4);
        _checkout.Environment["NUKE_CACHE"] = mounted.Path;
        await _checkout.RunAsync();
        if (disk == "full")
            mounted.Fill();
        else
            await mounted.MakeReadOnlyAsync();
        _checkout.Delete("results/check.txt");

        (await _checkout.RunAsync()).Should().BeEmpty();
        _checkout.Read("results/check.txt").Should().Be("checked");

        _checkout.Write("src/a", "2");
        (await _checkout.RunAsync()).Should().Be("Prepare Check Measure");
        _checkout.Said.Should().Contain("The result could not be kept for the next run").And.Contain("Build succeeded");
    }

    [Fact]
    public async Task Another_checkout_takes_what_this_one_has_found()
    {
        using var other = new CachedCheckout();
        using var place = new Testing.TempDirectory();
        _checkout.Environment["NUKE_CACHE"] = place.Path;
        other.Environment["NUKE_CACHE"] = place.Path;
        await _checkout.RunAsync();

        (await other.RunAsync()).Should().BeEmpty();

        other.Read("results/check.txt").Should().Be("checked");
        (await other.RunAsync("Use")).Should().Be("Prepare Use", "what a means leaves is not handed on");
    }

    [Fact]
    public async Task Two_builds_at_once_disturb_each_other_in_nothing()
    {
        using var other = new CachedCheckout();
        using var place = new Testing.TempDirectory();
        _checkout.Environment["NUKE_CACHE"] = place.Path;
        other.Environment["NUKE_CACHE"] = place.Path;

        var both = await Task.WhenAll(_checkout.RunAsync(), other.RunAsync());

        both.Should().AllSatisfy(ran => ran.Should().BeOneOf("Prepare Check Measure", ""));
        (await _checkout.RunAsync()).Should().BeEmpty();
        (await other.RunAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_builds_at_once_in_one_checkout_both_put_back_what_was_left()
    {
        await _checkout.RunAsync();
        _checkout.Delete("results/check.txt");
        _checkout.Write("results/other.txt", "by hand");

        var both = await Task.WhenAll(_checkout.RunAsync(), _checkout.RunAsync());

        both.Should().AllBeEquivalentTo("");
        _checkout.Read("results/check.txt").Should().Be("checked");
        Directory.GetFiles(Path.Combine(_checkout.Root, "results")).Should().HaveCount(1);
    }

    [Fact]
    public async Task Why_a_target_runs_is_told_to_those_who_ask()
    {
        await _checkout.RunAsync("--explain");
        _checkout.Said.Should().Contain("Check runs: it has not succeeded before");
        _checkout.Write("src/a", "2");
        _checkout.Write("src/b", "1");

        await _checkout.RunAsync("--explain");

        _checkout.Said.Should().Contain("Check runs: file src/a changed").And.Contain("Check runs: file src/b added");
        _checkout.Said.Should().Contain("Measure runs: it takes from Check, which runs");
    }

    string[] Findings() =>
        [
            .. _checkout
                .Said.Split('\n')
                .Where(line =>
                    line.StartsWith("suite=", StringComparison.Ordinal)
                    || line.StartsWith("check=", StringComparison.Ordinal)
                    || line.StartsWith("coverage=", StringComparison.Ordinal)
                ),
        ];

    [GeneratedRegex(@" \(unchanged since [^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Note();
}
