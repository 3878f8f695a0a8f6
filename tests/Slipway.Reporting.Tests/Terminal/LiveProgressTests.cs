using System.Text.RegularExpressions;
using Slipway.Reporting.Terminal;
using Slipway.Testing;
using Spectre.Console;

namespace Slipway.Reporting.Tests.Terminal;

public class LiveProgressTests
{
    [Fact]
    public void The_last_picture_stays()
    {
        var console = new TestConsole(ansi: true);
        var time = new ManualTime();
        using (var sink = new LiveProgress(console.Console, time))
        {
            var progress = new RunProgress(sink, time);
            progress.RunStarted("Deploy");
            progress.StageStarted("image", null, "Image");
            progress.StageFinished("image", StageOutcome.Succeeded, "sha256:5f0b");
            progress.RunFinished(StageOutcome.Succeeded);
        }

        console.Output.Should().Contain("✔ Image").And.Contain("sha256:5f0b");
    }

    [Fact]
    public void Events_between_two_ticks_of_the_clock_are_drawn_once()
    {
        var console = new TestConsole(ansi: true);
        var time = new ManualTime();
        using (var sink = new LiveProgress(console.Console, time))
        {
            var progress = new RunProgress(sink, time);
            progress.RunStarted("Deploy");
            progress.StageStarted("image", null, "Image");
            for (var layer = 0; layer < 1000; layer++)
                progress.StageProgress("image", $"layer {layer}");
        }

        // At the start, perhaps; and the last picture.
        Regex.Count(console.Output, "Deploy").Should().BeInRange(1, 4);
        console.Output.Should().Contain("layer 999");
    }

    [Fact]
    public async Task The_lines_above_the_tree_are_left_alone()
    {
        var console = new TestConsole(ansi: true);
        var time = new ManualTime();
        using (var sink = new LiveProgress(console.Console, time))
        {
            var progress = new RunProgress(sink, time);
            progress.RunStarted("Deploy");
            time.Advance(TimeSpan.FromSeconds(1));
            progress.StageStarted("image", null, "Image");
            await Wait.UntilAsync(
                () =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return console.Output.Contains("Image", StringComparison.Ordinal);
                },
                "the tree is drawn"
            );
        }

        // "Up by 0 lines" is up by one (ECMA-48).
        console.Output.Should().NotContain("\u001b[0A").And.NotContain("\u001b[-1A");
    }

    [Fact]
    public void A_run_without_stages_shows_its_title()
    {
        var console = new TestConsole(ansi: true);
        var time = new ManualTime();
        using (var sink = new LiveProgress(console.Console, time))
            new RunProgress(sink, time).RunStarted("Deploy");

        console.Output.Should().Contain("Deploy");
    }

    [Fact]
    public void After_disposal_nothing_is_drawn_and_a_second_one_does_nothing()
    {
        var console = new TestConsole(ansi: true);
        var sink = new LiveProgress(console.Console, new ManualTime());
        sink.Dispose();
        var drawn = console.Output;

        sink.Report(new RunStarted(default, "late"));
        sink.Dispose();

        console.Output.Should().Be(drawn);
    }

    [Fact]
    public void A_terminal_that_goes_away_does_not_end_the_run()
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(new GoneTerminal()) }
        );
        var time = new ManualTime();
        var sink = new LiveProgress(console, time);
        var progress = new RunProgress(sink, time);

        progress.RunStarted("Deploy");
        progress.RunFinished(StageOutcome.Succeeded);
        sink.Dispose();

        progress.State.Outcome.Should().Be(StageOutcome.Succeeded);
    }

    sealed class GoneTerminal : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new IOException("Input/output error");

        public override void Write(string? value) => throw new IOException("Input/output error");
    }
}
