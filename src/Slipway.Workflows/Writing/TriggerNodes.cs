using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Writing;

static class TriggerNodes
{
    public static Mapping Of(ValueList<Trigger> triggers) =>
        new([
            .. triggers.Select(trigger => new MappingEntry(
                new Scalar(trigger.Event) { Comment = trigger.Comment },
                Of(trigger)
            )),
        ]);

    static Node Of(Trigger trigger) =>
        trigger switch
        {
            ScheduleTrigger schedule => new Sequence([.. schedule.Schedules.Select(Schedule)]),
            DispatchTrigger dispatch => OrEmpty(new EntryList().Add("inputs", Inputs(dispatch.Inputs))),
            CallTrigger call => OrEmpty(
                new EntryList()
                    .Add("inputs", Inputs(call.Inputs))
                    .Add("outputs", Unless(call.Outputs, Output))
                    .Add("secrets", Unless(call.Secrets, Secret))
            ),
            EventTrigger filtered => OrEmpty(
                new EntryList()
                    .Add("types", filtered.Types)
                    .Add("workflows", filtered.Workflows)
                    .Add("branches", filtered.Branches)
                    .Add("branches-ignore", filtered.BranchesIgnore)
                    .Add("tags", filtered.Tags)
                    .Add("tags-ignore", filtered.TagsIgnore)
                    .Add("paths", filtered.Paths)
                    .Add("paths-ignore", filtered.PathsIgnore)
                    .Add("names", filtered.Names)
                    .Add("versions", filtered.Versions)
            ),
            _ => throw new NotSupportedException($"A trigger of type {trigger.GetType().Name}"),
        };

    static Node OrEmpty(EntryList entries) =>
        entries.ToMapping() is { Entries.Count: > 0 } mapping ? mapping : Scalar.Empty;

    static Mapping? Unless<T>(ValueMap<T> map, Func<T, Node> toNode) => map.Count == 0 ? null : Nodes.Map(map, toNode);

    static Mapping Schedule(Schedule schedule) =>
        new EntryList().Add("cron", schedule.Cron).Add("timezone", schedule.TimeZone).ToMapping();

    static Mapping? Inputs(ValueMap<Input> inputs) => Unless(inputs, Input);

    static Node Input(Input input) =>
        new EntryList()
            .Add("description", input.Description)
            .Add("type", Words.Of(input.Type))
            .Add("required", input.Required)
            .Add("default", input.Default is null ? null : Nodes.Of(input.Default))
            .Add("options", input.Options)
            .ToMapping();

    static Node Output(CallOutput output) =>
        new EntryList().Add("description", output.Description).Add("value", output.Value).ToMapping();

    static Node Secret(CallSecret secret) =>
        OrEmpty(new EntryList().Add("description", secret.Description).Add("required", secret.Required));
}
