using Slipway.Workflows.Model;

namespace Slipway.Workflows.Pins;

/// <summary>Which commit of each action is used.</summary>
/// <param name="Actions">By name: <c>actions/checkout</c>, <c>actions/cache/restore</c>.</param>
public sealed record ActionPins(ValueMap<ActionPin> Actions)
{
    /// <summary>Relative to the root.</summary>
    public const string File = ".github/actions.lock.json";

    /// <summary>Those that this version of Slipway came with.</summary>
    public static ActionPins Shipped { get; } = ReadShipped();

    /// <summary>The lock file of a repository; what Slipway came with where there is none.</summary>
    /// <param name="root">The repository's directory.</param>
    /// <exception cref="WorkflowException">The file cannot be read.</exception>
    public static ActionPins Read(string root)
    {
        var path = Path.Combine(root, File);
        return System.IO.File.Exists(path) ? ActionLock.Parse(System.IO.File.ReadAllText(path), File) : Shipped;
    }

    /// <returns>Null when the action is not pinned to a commit.</returns>
    public ActionReference? Find(string name) =>
        Actions.Find(name) is { Commit: { } commit } pin ? new ActionReference($"{name}@{commit}", pin.Version) : null;

    static ActionPins ReadShipped()
    {
        using var stream = typeof(ActionPins).Assembly.GetManifestResourceStream("actions.lock.json")!;
        using var reader = new StreamReader(stream);
        return ActionLock.Parse(reader.ReadToEnd(), File);
    }
}

/// <param name="Version">A release tag: <c>v7.0.1</c>; or the beginning of one, before it is resolved: <c>v7</c>.</param>
/// <param name="Commit">The full SHA that it stands for; null before it is resolved.</param>
public sealed record ActionPin(string Version, string? Commit);
