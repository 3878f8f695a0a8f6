namespace Slipway.Components;

static class Summaries
{
    /// <summary>Adds a pair to a target's line in NUKE's summary.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> pairs, string name, string value)
    {
        pairs[name] = value;
        return pairs;
    }
}
