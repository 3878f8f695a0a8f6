using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Validation;

static class TriggerRules
{
    public static IEnumerable<Problem> Check(ValueList<Trigger> triggers) =>
        triggers.Count == 0
            ? [new Problem("on", "nothing starts the workflow; it needs an event")]
            : triggers.SelectMany(trigger => Check(trigger, $"on.{trigger.Event}")).Concat(Twice(triggers));

    static IEnumerable<Problem> Twice(ValueList<Trigger> triggers) =>
        triggers
            .GroupBy(trigger => trigger.Event, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => new Problem($"on.{same.Key}", "the event is there twice; put both into one"));

    static IEnumerable<Problem> Check(Trigger trigger, string path) =>
        trigger switch
        {
            ScheduleTrigger schedule => schedule.Schedules.SelectMany(
                (item, index) => Cron.Check(item.Cron, DocumentPaths.Join(path, index))
            ),
            DispatchTrigger dispatch => dispatch.Inputs.SelectMany(input => Dispatched(input, path)),
            CallTrigger call => call.Inputs.SelectMany(input => Called(input, path)),
            EventTrigger filtered => Filtered(filtered, path),
            _ => [],
        };

    static IEnumerable<Problem> Dispatched(Entry<Input> input, string path)
    {
        var isChoice = input.Value.Type == InputType.Choice;
        var hasOptions = input.Value.Options is { Count: > 0 };
        if (isChoice != hasOptions)
            yield return new Problem($"{path}.inputs.{input.Key}", "a choice has options, and nothing else has");
    }

    static IEnumerable<Problem> Called(Entry<Input> input, string path)
    {
        if (input.Value.Type is not (InputType.String or InputType.Boolean or InputType.Number))
            yield return new Problem(
                $"{path}.inputs.{input.Key}",
                "a called workflow's input is a string, boolean or number"
            );
    }

    static IEnumerable<Problem> Filtered(EventTrigger trigger, string path)
    {
        if (EventCatalog.Find(trigger.Event) is not { } known)
        {
            yield return new Problem(path, $"there is no event '{trigger.Event}'");
            yield break;
        }
        foreach (var type in trigger.Types ?? [])
        {
            if (!known.TakesAnyType && !known.Types.Contains(type, StringComparer.Ordinal))
                yield return new Problem($"{path}.types", UnknownType(known, type));
        }
        foreach (var (filter, values) in Filters(trigger))
        {
            if (values is null)
                continue;
            if (!known.Takes(filter))
                yield return new Problem($"{path}.{filter}", $"'{trigger.Event}' has no filter '{filter}'");
            if (
                Filters(trigger)
                    .Any(other =>
                        other.Filter.Equals($"{filter}-ignore", StringComparison.Ordinal) && other.Values is not null
                    )
            )
                yield return new Problem(
                    $"{path}.{filter}",
                    $"'{filter}' and '{filter}-ignore' exclude each other; '!' excludes a pattern"
                );
        }
    }

    static string UnknownType(EventDescription known, string type) =>
        known.TakesTypes
            ? $"'{known.Name}' has no type '{type}', only {string.Join(", ", known.Types)}"
            : $"'{known.Name}' has no types";

    static IEnumerable<(string Filter, ValueList<string>? Values)> Filters(EventTrigger trigger) =>
        [
            ("branches", trigger.Branches),
            ("branches-ignore", trigger.BranchesIgnore),
            ("tags", trigger.Tags),
            ("tags-ignore", trigger.TagsIgnore),
            ("paths", trigger.Paths),
            ("paths-ignore", trigger.PathsIgnore),
            ("workflows", trigger.Workflows),
            ("names", trigger.Names),
            ("versions", trigger.Versions),
        ];
}
