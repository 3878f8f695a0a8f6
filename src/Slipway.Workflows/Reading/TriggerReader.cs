using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Reading;

/// <summary>Reads <c>on</c>: one event, a list of them, or each with its filters.</summary>
static class TriggerReader
{
    public static ValueList<Trigger> Read(Fields fields, Node on) =>
        on switch
        {
            Mapping mapping => ValueList.From(
                mapping.Entries.Select(entry => Read(fields, entry.Key.Text, entry.Value))
            ),
            Sequence sequence => ValueList.From(
                sequence.Items.Select(item => Read(fields, fields.TextOf(item, "on"), Scalar.Empty))
            ),
            _ => [Read(fields, fields.TextOf(on, "on"), Scalar.Empty)],
        };

    static Trigger Read(Fields fields, string name, Node node)
    {
        if (name.Equals("schedule", StringComparison.Ordinal))
            return new ScheduleTrigger(fields.ListOf(node, "on.schedule", (item, _) => Schedule(fields, item)));

        var filters = fields.Inner(node is Scalar { Kind: ScalarKind.Null } ? new Mapping([]) : node, $"on.{name}");
        Trigger trigger = name switch
        {
            "workflow_dispatch" => new DispatchTrigger { Inputs = Inputs(filters) },
            "workflow_call" => new CallTrigger
            {
                Inputs = Inputs(filters),
                Outputs = filters.Map("outputs", (key, output) => Output(filters.Inner(output, $"outputs.{key}"))),
                Secrets = filters.Map("secrets", (key, secret) => Secret(filters, secret, $"secrets.{key}")),
            },
            _ => new EventTrigger(name)
            {
                Types = filters.Texts("types"),
                Branches = filters.Texts("branches"),
                BranchesIgnore = filters.Texts("branches-ignore"),
                Tags = filters.Texts("tags"),
                TagsIgnore = filters.Texts("tags-ignore"),
                Paths = filters.Texts("paths"),
                PathsIgnore = filters.Texts("paths-ignore"),
                Workflows = filters.Texts("workflows"),
                Names = filters.Texts("names"),
                Versions = filters.Texts("versions"),
            },
        };
        filters.Done();
        return trigger;
    }

    static Schedule Schedule(Fields fields, Node node)
    {
        var schedule = fields.Inner(node, "on.schedule");
        var read = new Schedule(schedule.RequireText("cron"), schedule.Text("timezone"));
        schedule.Done();
        return read;
    }

    static ValueMap<Input> Inputs(Fields trigger) =>
        trigger.Map("inputs", (name, node) => Input(trigger, node, $"inputs.{name}"));

    static Input Input(Fields trigger, Node node, string path)
    {
        if (node is Scalar { Kind: ScalarKind.Null })
            return new Input();
        var fields = trigger.Inner(node, path);
        var input = new Input
        {
            Description = fields.Text("description"),
            Type = fields.Word<InputType>("type"),
            Required = fields.Flag("required"),
            Default = fields.Take("default") is { } value ? fields.ValueOf(value) : null,
            Options = fields.Texts("options"),
        };
        fields.Done();
        return input;
    }

    static CallOutput Output(Fields fields)
    {
        var output = new CallOutput(fields.RequireText("value")) { Description = fields.Text("description") };
        fields.Done();
        return output;
    }

    static CallSecret Secret(Fields trigger, Node node, string path)
    {
        if (node is Scalar { Kind: ScalarKind.Null })
            return new CallSecret();
        var fields = trigger.Inner(node, path);
        var secret = new CallSecret { Description = fields.Text("description"), Required = fields.Flag("required") };
        fields.Done();
        return secret;
    }
}
