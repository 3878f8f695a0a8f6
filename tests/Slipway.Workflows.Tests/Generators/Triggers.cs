using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Tests.Generators;

static class Triggers
{
    static readonly Gen<ValueList<string>?> Patterns = Texts.NonEmpty.List().Maybe();

    static readonly Gen<string> Crons = Gen.Elements(
        "0 3 * * *",
        "*/15 * * * *",
        "30 5 1 JAN-MAR MON,FRI",
        "5 4 * * 0"
    );

    static readonly Gen<Trigger> Schedules = (
        from cron in Crons
        from zone in Gen.Elements("Europe/Zurich", "UTC").Maybe()
        select new Schedule(cron, zone)
    )
        .List(1, 2)
        .Select(Trigger (schedules) => new ScheduleTrigger(schedules));

    static readonly Gen<Trigger> Dispatches = Some.Map(Texts.Word, Inputs(forCall: false))
        .Select(Trigger (inputs) => new DispatchTrigger { Inputs = inputs });

    static readonly Gen<Trigger> Calls =
        from inputs in Some.Map(Texts.Word, Inputs(forCall: true))
        from outputs in Some.Map(
            Texts.Word,
            from description in Texts.Any.Maybe()
            select new CallOutput("${{ jobs.build.outputs.x }}") { Description = description }
        )
        from secrets in Some.Map(
            Texts.Word,
            from description in Texts.Any.Maybe()
            from required in Some.Flag.MaybeValue()
            select new CallSecret { Description = description, Required = required }
        )
        select (Trigger)
            new CallTrigger
            {
                Inputs = inputs,
                Outputs = outputs,
                Secrets = secrets,
            };

    public static Gen<ValueList<Trigger>> Any { get; } =
        Gen.Frequency(
                (6, Gen.Elements(EventCatalog.Events.Where(IsFiltered).ToArray()).SelectMany(Events)),
                (1, Schedules),
                (1, Dispatches),
                (1, Calls)
            )
            .Several(1, 4)
            .Select(triggers => ValueList.From(triggers.DistinctBy(trigger => trigger.Event)));

    static bool IsFiltered(EventDescription known) =>
        known.Name is not ("schedule" or "workflow_dispatch" or "workflow_call");

    static Gen<Trigger> Events(EventDescription known) =>
        from types in known.TakesAnyType
            ? Texts.NonEmpty.List(1).Maybe()
            : OnlyIf(known.TakesTypes, () => Gen.Elements(known.Types.ToArray()).List(1, 2).Maybe())
        from ignores in Some.Flag
        from branches in OnlyIf(known.Takes("branches") && !ignores, () => Patterns)
        from branchesIgnore in OnlyIf(known.Takes("branches-ignore") && ignores, () => Patterns)
        from tags in OnlyIf(known.Takes("tags") && !ignores, () => Patterns)
        from tagsIgnore in OnlyIf(known.Takes("tags-ignore") && ignores, () => Patterns)
        from paths in OnlyIf(known.Takes("paths") && !ignores, () => Patterns)
        from pathsIgnore in OnlyIf(known.Takes("paths-ignore") && ignores, () => Patterns)
        from workflows in OnlyIf(known.Takes("workflows"), () => Patterns)
        from names in OnlyIf(known.Takes("names"), () => Patterns)
        from versions in OnlyIf(known.Takes("versions"), () => Patterns)
        select (Trigger)
            new EventTrigger(known.Name)
            {
                Types = types,
                Branches = branches,
                BranchesIgnore = branchesIgnore,
                Tags = tags,
                TagsIgnore = tagsIgnore,
                Paths = paths,
                PathsIgnore = pathsIgnore,
                Workflows = workflows,
                Names = names,
                Versions = versions,
            };

    static Gen<ValueList<string>?> OnlyIf(bool taken, Func<Gen<ValueList<string>?>> gen) =>
        taken ? gen() : Gen.Constant<ValueList<string>?>(null);

    static Gen<Input> Inputs(bool forCall) =>
        from type in forCall
            ? Gen.Elements<InputType?>(InputType.String, InputType.Boolean, InputType.Number)
            : Gen.Elements<InputType?>(
                null,
                InputType.String,
                InputType.Boolean,
                InputType.Number,
                InputType.Choice,
                InputType.Environment
            )
        from description in Texts.Any.Maybe()
        from required in Some.Flag.MaybeValue()
        from value in Defaults(type).Maybe()
        select new Input
        {
            Type = type,
            Description = description,
            Required = required,
            Default = value,
            Options = type == InputType.Choice ? ["yes", "no", "1.10"] : null,
        };

    static Gen<Value> Defaults(InputType? type) =>
        type switch
        {
            InputType.Boolean => Some.Flag.Select(flag => (Value)flag),
            InputType.Number => Gen.Elements<double>(0, 1, -3, 1.5, 1e6).Select(number => (Value)number),
            InputType.Choice => Gen.Constant<Value>("no"),
            _ => Texts.Any.Select(text => (Value)text),
        };
}
