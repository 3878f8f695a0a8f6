using Slipway.Workflows.Model;

namespace Slipway.Workflows.Pins;

/// <summary>Which commit of each action is used.</summary>
/// <param name="Actions">By name: <c>actions/checkout</c>.</param>
public sealed record ActionPins(ValueMap<ActionPin> Actions)
{
    /// <summary>Relative to the root.</summary>
    public const string File = ".github/actions.lock.json";

    /// <returns>Null when the action is not pinned.</returns>
    public ActionReference? Find(string name) => Actions.Find(name)?.Reference(name);
}

/// <param name="Version">A release tag: <c>v7.0.1</c>.</param>
/// <param name="Commit">What it stands for: the full SHA.</param>
public sealed record ActionPin(string Version, string Commit)
{
    internal ActionReference Reference(string name) => new($"{name}@{Commit}", Version);
}
