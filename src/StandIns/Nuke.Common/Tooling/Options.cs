// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Runtime.CompilerServices;

namespace Nuke.Common.Tooling;

/// <summary>
/// Named values that are never changed: what sets one returns a copy. An option is a property that reads
/// <c>Get&lt;T&gt;()</c>; the order in which options were first set is kept, as arguments follow it.
/// </summary>
public class Options
{
    private OrderedDictionary<string, object> _values = new(StringComparer.Ordinal);

    internal IEnumerable<KeyValuePair<string, object>> Values => _values;

    /// <summary>The value of the option that asks, or the default of its type when it is not set.</summary>
    protected T Get<T>([CallerMemberName] string option = null) =>
        _values.TryGetValue(option!, out var value) ? (T)value : default;

    /// <summary>Gives a new object a value to start with.</summary>
    private protected void Start(string option, object value) => _values[option] = value;

    /// <summary>A copy with a value, or without when it is null.</summary>
    internal Options With(string option, object value)
    {
        var copy = (Options)MemberwiseClone();
        copy._values = new OrderedDictionary<string, object>(_values, StringComparer.Ordinal);
        if (value is null)
            copy._values.Remove(option);
        else
            copy._values[option] = value;
        return copy;
    }
}
