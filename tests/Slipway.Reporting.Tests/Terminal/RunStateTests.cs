using FsCheck;
using FsCheck.Fluent;
using Slipway.Reporting.Terminal;

namespace Slipway.Reporting.Tests.Terminal;

public class RunStateTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly RunState Started = RunState.Empty.With(new RunStarted(Now, "Deploy"));

    [Fact]
    public void A_stage_is_what_its_events_made_of_it()
    {
        var state = Started
            .With(new StageStarted(Now, "image", null, "Image"))
            .With(new StageProgressed(Now, "image", "layer 1"))
            .With(new StageFinished(Now.AddSeconds(3), "image", StageOutcome.Failed, "disk full"));

        state
            .Stages.Should()
            .Equal(new StageState("image", null, "Image", Now, Now.AddSeconds(3), StageOutcome.Failed, "disk full"));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var running = Started.With(new StageStarted(Now, "a", null, "A"));
        var ended = running.With(new StageFinished(Now, "a", StageOutcome.Succeeded, null));

        Refused(running, new StageStarted(Now, "a", null, "A"), "There is a stage 'a' already.");
        Refused(running, new StageProgressed(Now, "b", "…"), "There is no stage 'b'.");
        Refused(running, new StageStarted(Now, "b", "c", "B"), "There is no stage 'c'.");
        Refused(ended, new StageProgressed(Now, "a", "…"), "The stage 'a' has finished already.");
        Refused(ended, new StageStarted(Now, "b", "a", "B"), "The stage 'a' has finished already.");
        Refused(
            ended.With(new RunFinished(Now, StageOutcome.Succeeded, null)),
            new StageStarted(Now, "b", null, "B"),
            "The run 'Deploy' has finished: nothing more can happen in it."
        );
    }

    [Fact]
    public void A_new_run_starts_anew()
    {
        var state = Started
            .With(new StageStarted(Now, "a", null, "A"))
            .With(new RunFinished(Now, StageOutcome.Failed, null))
            .With(new RunStarted(Now, "Again"));

        state.Title.Should().Be("Again");
        state.Stages.Should().BeEmpty();
        state.Finished.Should().BeNull();
    }

    [Fact]
    public void Every_stage_is_found_below_exactly_one_parent()
    {
        var parents = Gen.Choose(-1, 20).ArrayOf(20).ToArbitrary();

        Prop.ForAll(
                parents,
                chosen =>
                {
                    var state = Started;
                    for (var id = 0; id < chosen.Length; id++)
                    {
                        var parent = chosen[id] >= 0 && chosen[id] < id ? $"{chosen[id]}" : null;
                        state = state.With(new StageStarted(Now, $"{id}", parent, $"stage {id}"));
                    }

                    return Below(state, null).Order().SequenceEqual(state.Stages.Select(stage => stage.Id).Order());
                }
            )
            .QuickCheckThrowOnFailure();
    }

    static IEnumerable<string> Below(RunState state, string? parent) =>
        state.ChildrenOf(parent).SelectMany(child => Below(state, child.Id).Prepend(child.Id));

    static void Refused(RunState state, ProgressEvent progress, string message)
    {
        var applying = () => state.With(progress);

        applying.Should().Throw<InvalidOperationException>().WithMessage(message);
    }
}
