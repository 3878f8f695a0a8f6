using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>What <c>.*</c> yields: what is accessed of it is accessed of each item.</summary>
sealed record FilteredList(ValueList<Value> Items) : Value
{
    /// <summary>The items of a list of either kind, else null.</summary>
    public static ValueList<Value>? ItemsOf(Value value) =>
        value switch
        {
            ListValue list => list.Items,
            FilteredList filtered => filtered.Items,
            _ => null,
        };
}
