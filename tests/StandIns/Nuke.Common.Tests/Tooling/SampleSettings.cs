using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

/// <summary>One option of each kind that tools have.</summary>
[Command(Type = typeof(SampleTasks), Arguments = "sample")]
public class SampleSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)]
    public string First => Get<string>();

    [Argument(Format = "{value}", Position = -1)]
    public string Last => Get<string>();

    [Argument(Format = "--name {value}")]
    public string Name => Get<string>();

    [Argument(Format = "--token {value}", Secret = true)]
    public string Token => Get<string>();

    [Argument(Format = "--flag")]
    public bool? Flag => Get<bool?>();

    [Argument(Format = "--switch {value}")]
    public bool? Switch => Get<bool?>();

    [Argument(Format = "--item {value}")]
    public IReadOnlyList<string> Items => Get<IReadOnlyList<string>>();

    [Argument(Format = "/joined:{value}", Separator = ";")]
    public IReadOnlyList<string> Joined => Get<IReadOnlyList<string>>();

    [Argument(Format = "-- {value}", Separator = " ")]
    public IReadOnlyList<string> Spaced => Get<IReadOnlyList<string>>();

    [Argument(Format = "-p:{key}={value}")]
    public IReadOnlyDictionary<string, object?> Pairs => Get<IReadOnlyDictionary<string, object?>>();
}

public static class SampleSettingsExtensions
{
    extension<T>(T o)
        where T : SampleSettings
    {
        public T SetFirst(string v) => o.Set(o.First, v);

        public T SetLast(string v) => o.Set(o.Last, v);

        public T SetName(string v) => o.Set(o.Name, v);

        public T SetToken(string v) => o.Set(o.Token, v);

        public T SetFlag(bool? v) => o.Set(o.Flag, v);

        public T EnableFlag() => o.Set(o.Flag, true);

        public T SetSwitch(bool? v) => o.Set(o.Switch, v);

        public T SetItems(params string[] v) => o.SetItems(o.Items, v);

        public T AddItems(params string[] v) => o.AddItems(o.Items, v);

        public T RemoveItems(params string[] v) => o.RemoveItems(o.Items, v);

        public T ClearItems() => o.SetItems(o.Items, []);

        public T SetJoined(params string[] v) => o.SetItems(o.Joined, v);

        public T SetSpaced(params string[] v) => o.SetItems(o.Spaced, v);

        public T SetPair(string k, object v) => o.SetPair(o.Pairs, k, v);

        public T AddPair(string k, object v) => o.AddPairs(o.Pairs, [new(k, v)]);

        public T RemovePair(string k) => o.RemovePair(o.Pairs, k);
    }
}
