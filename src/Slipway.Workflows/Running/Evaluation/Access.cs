using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>What <c>target.name</c>, <c>target[index]</c> and <c>target.*</c> yield.</summary>
static class Access
{
    public static Value Item(Value target, Value index) =>
        target is FilteredList filtered
            ? new FilteredList(ValueList.From(filtered.Items.Select(item => Find(item, index)).OfType<Value>()))
            : Find(target, index) ?? NullValue.Instance;

    public static Value Every(Value target) =>
        new FilteredList(
            target is FilteredList filtered ? ValueList.From(filtered.Items.SelectMany(Children)) : Children(target)
        );

    static ValueList<Value> Children(Value value) =>
        value is MapValue map ? ValueList.From(map.Entries.Values) : FilteredList.ItemsOf(value) ?? [];

    static Value? Find(Value target, Value index) =>
        target switch
        {
            MapValue map when Coercions.IsPrimitive(index) => map.Entries.Find(Coercions.ToText(index)),
            ListValue list => At(list.Items, index),
            _ => null,
        };

    static Value? At(ValueList<Value> items, Value index)
    {
        var position = Math.Floor(Coercions.ToNumber(index));
        return position >= 0 && position < items.Count ? items[(int)position] : null;
    }
}
