using Slipway.Workflows.Model;
using Slipway.Workflows.Pins;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The actions that jobs are made of, as they are pinned; which are missing is remembered.</summary>
sealed class Actions(ActionPins pins)
{
    readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Missing => _missing;

    public ActionReference this[string name]
    {
        get
        {
            if (pins.Find(name) is { } pinned)
                return pinned;
            _missing.Add(name);
            return name;
        }
    }
}
