using Spectre.Console;
using Spectre.Console.Rendering;

namespace Slipway.Reporting.Terminal;

/// <summary>A run as a tree: what runs is open, what succeeded is one line, what failed shows where.</summary>
static class ProgressTree
{
    static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(100);
    static readonly string[] Frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
    static readonly string[] AsciiFrames = ["|", "/", "-", "\\"];

    public static IRenderable Of(RunState state, DateTimeOffset now, bool unicode)
    {
        var style = state.Outcome is { } outcome ? StyleOf(outcome) : "bold";
        var tree = new Tree(Text(state.Title, style, (state.Finished ?? now) - state.Started, state.Detail))
        {
            Guide = unicode ? TreeGuide.Line : TreeGuide.Ascii,
            Style = new Style(Color.Grey),
        };
        Add(tree, state, parent: null, now, unicode);
        return tree;
    }

    static void Add(IHasTreeNodes tree, RunState state, string? parent, DateTimeOffset now, bool unicode)
    {
        foreach (var stage in state.ChildrenOf(parent))
        {
            var node = tree.AddNode(Line(stage, now, unicode));
            if (stage.Outcome is not (StageOutcome.Succeeded or StageOutcome.Skipped))
                Add(node, state, stage.Id, now, unicode);
        }
    }

    static Markup Line(StageState stage, DateTimeOffset now, bool unicode)
    {
        var style = stage.Outcome is { } outcome ? StyleOf(outcome) : "blue";
        var mark = stage.Outcome is { } ended ? MarkOf(ended, unicode) : Frame(now, unicode);
        return Text($"{mark} {stage.Title}", style, stage.IsNote ? null : stage.Duration(now), stage.Text);
    }

    static Markup Text(string head, string style, TimeSpan? duration, string? text)
    {
        var time = duration is { } taken ? $" [grey]{DurationText.Of(taken)}[/]" : "";
        var tail = string.IsNullOrEmpty(text) ? "" : $"  {Markup.Escape(Printable.Line(text))}";
        return new Markup($"[{style}]{Markup.Escape(Printable.Line(head))}[/]{time}{tail}");
    }

    static string Frame(DateTimeOffset now, bool unicode)
    {
        var frames = unicode ? Frames : AsciiFrames;
        return frames[(int)(now.Ticks / FrameTime.Ticks % frames.Length)];
    }

    static string MarkOf(StageOutcome outcome, bool unicode) =>
        outcome switch
        {
            StageOutcome.Succeeded => unicode ? "✔" : "ok",
            StageOutcome.Failed => unicode ? "✘" : "FAILED",
            StageOutcome.Skipped => unicode ? "–" : "-",
            StageOutcome.Cancelled => unicode ? "⊘" : "cancelled",
            _ => unicode ? "⏸" : "..",
        };

    static string StyleOf(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Succeeded => "green",
            StageOutcome.Failed => "red",
            StageOutcome.Skipped => "grey",
            _ => "yellow",
        };
}
