using System.Runtime.CompilerServices;
using Nuke.Common.IO;
using Slipway.Components.Caching;
using Slipway.Workflows.Caching.Keys;

namespace Slipway.Components;

/// <summary>
/// What a target's result depends on, and what it leaves. Always a part of it: the build itself, the .NET SDK, the
/// operating system, culture and time zone, and the variables that .NET, MSBuild and NuGet read.
/// </summary>
public sealed class CachedTarget
{
    readonly AbsolutePath _root;

    internal CachedTarget(string name, AbsolutePath root) => (Name, _root) = (name, root);

    internal string Name { get; }

    internal List<string> FilePatterns { get; } = [];

    internal List<string> TrackedPatterns { get; } = [];

    internal List<string> VariablePatterns { get; } = [.. EnvironmentOfTools.Variables];

    /// <summary>Values that are asked for when a key is made.</summary>
    internal List<AskedInput> Values { get; } = [];

    internal List<string> Taken { get; } = [];

    internal List<string> KeptPatterns { get; } = [];

    internal List<string> LeftPatterns { get; } = [];

    internal List<string> RootPatterns { get; } = [];

    internal List<Func<string?>> Objections { get; } = [];

    internal List<Action> AfterReplay { get; } = [];

    internal bool IsMeans { get; private set; }

    /// <summary>
    /// Files of the working tree, tracked or not, but not those that git ignores. Patterns are from the root, with
    /// <c>/</c>; <c>!</c> in front takes away.
    /// </summary>
    public CachedTarget Files(params IEnumerable<string> patterns) => Add(FilePatterns, patterns);

    /// <summary>The same, of the files that git tracks: whether one is tracked counts too.</summary>
    public CachedTarget TrackedFiles(params IEnumerable<string> patterns) => Add(TrackedPatterns, patterns);

    /// <summary>A file outside of the working tree, or all files of a directory; null and a missing one count as such.</summary>
    public CachedTarget Path(string name, Func<string?> path) =>
        Add(IngredientKind.File, name, context => context.ContentOf(path()));

    /// <summary>The commit that is checked out, and all tags.</summary>
    public CachedTarget History() => Add(IngredientKind.Tool, "the commit and the tags", context => context.History());

    /// <summary>A parameter of the build; its name is what the lambda says.</summary>
    public CachedTarget Parameter<T>(Func<T> value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Add(
            IngredientKind.Parameter,
            name.Replace("() =>", "", StringComparison.Ordinal).Trim(),
            _ => FormattableString.Invariant($"{value()}")
        );

    /// <summary>A program that does a part of the work, or a service that it asks, by what tells one version from another.</summary>
    public CachedTarget Tool(string name, Func<string> version) => Add(IngredientKind.Tool, name, _ => version());

    /// <summary>Environment variables, by names with <c>*</c>; case does not matter.</summary>
    public CachedTarget Variables(params IEnumerable<string> names) => Add(VariablePatterns, names);

    /// <summary>What is known today may be out of date tomorrow: the day, UTC.</summary>
    public CachedTarget OfTheDay() =>
        Add(
            IngredientKind.Parameter,
            "day",
            context => FormattableString.Invariant($"{context.Now.UtcDateTime:yyyy-MM-dd}")
        );

    /// <summary>
    /// Targets whose results this one takes: what they depend on, it depends on, and when one of them runs, it does.
    /// </summary>
    public CachedTarget TakesFrom(params IEnumerable<string> targets) => Add(Taken, targets);

    /// <summary>Files that it leaves: kept, and put back when they are not there.</summary>
    public CachedTarget Produces(params IEnumerable<string> patterns) => Add(KeptPatterns, patterns.Select(FromRoot));

    /// <summary>Those of its files in which the checkout's path stands: another checkout's is put in.</summary>
    public CachedTarget NamesRootIn(params IEnumerable<string> patterns) =>
        Add(RootPatterns, patterns.Select(FromRoot));

    /// <summary>Files that it leaves and that are not kept: it runs again unless they are there as it left them.</summary>
    public CachedTarget Leaves(params IEnumerable<string> patterns) => Add(LeftPatterns, patterns.Select(FromRoot));

    /// <summary>Nobody wants it for itself: it stays away too when everything that needs it does.</summary>
    public CachedTarget IsOnlyAMeans()
    {
        IsMeans = true;
        return this;
    }

    /// <summary>It always runs when there is a reason, which is said: something about its inputs cannot be known.</summary>
    public CachedTarget Unless(Func<string?> reason)
    {
        Objections.Add(reason);
        return this;
    }

    /// <summary>What else a run does for others, such as saying an output of its job: done too when the target stays away.</summary>
    public CachedTarget WhenReplayed(Action work)
    {
        AfterReplay.Add(work);
        return this;
    }

    string FromRoot(string pattern) =>
        pattern.StartsWith(_root, StringComparison.Ordinal)
            ? System.IO.Path.GetRelativePath(_root, pattern).Replace('\\', '/')
            : pattern;

    CachedTarget Add(IngredientKind kind, string name, Func<KeyContext, string> value)
    {
        Values.Add(new AskedInput(kind, name, value));
        return this;
    }

    CachedTarget Add(List<string> list, IEnumerable<string> texts)
    {
        list.AddRange(texts);
        return this;
    }
}

sealed record AskedInput(IngredientKind Kind, string Name, Func<KeyContext, string> Value);
