using Slipway.Components.Running;
using Slipway.Reporting.Terminal;

namespace Slipway.Components.Tests.Running;

public sealed class PausableSinkTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Plain_lines_go_on_while_somebody_is_asked()
    {
        using var output = new StringWriter();
        using var sink = new PausableSink(() => new PlainProgress(output));
        sink.Report(new RunStarted(Now, "Jobs"));

        using (sink.Pause())
            sink.Report(new StageStarted(Now, "a", null, "Lint"));
        sink.Report(new StageFinished(Now, "a", Slipway.Reporting.StageOutcome.Succeeded, null));

        output.ToString().Should().Be("Jobs\n[00:00] Lint ...\n[00:00] Lint done in 0.0 s\n".ReplaceLineEndings());
    }

    [Fact]
    public void A_tree_is_drawn_anew_with_what_happened_meanwhile()
    {
        var opened = 0;
        using var output = new StringWriter();
        using var sink = new PausableSink(() =>
        {
            opened++;
            var console = Spectre.Console.AnsiConsole.Create(
                new Spectre.Console.AnsiConsoleSettings { Out = new Spectre.Console.AnsiConsoleOutput(output) }
            );
            return new LiveProgress(console, TimeProvider.System);
        });
        sink.Report(new RunStarted(Now, "Jobs"));

        using (sink.Pause())
            sink.Report(new StageStarted(Now, "a", null, "Lint"));
        sink.Dispose();

        opened.Should().Be(2);
        output.ToString().Should().Contain("Lint");
    }
}
