namespace Nuke.Common.Tooling;

/// <summary>What new options of a tool start with, so that it is as loud as the build.</summary>
internal static class VerbosityMapping
{
    private static readonly Dictionary<Type, Func<Verbosity, object?>> s_mappings = [];

    /// <param name="type">The type of a tool's verbosity.</param>
    /// <param name="map">Its value for the build's verbosity; null for none.</param>
    public static void Set(Type type, Func<Verbosity, object?> map) => s_mappings[type] = map;

    /// <summary>The options of a type that have a mapping, and their values.</summary>
    public static IEnumerable<(string Option, object Value)> For(Type options)
    {
        // The usual case, which costs nothing.
        if (s_mappings.Count == 0)
            yield break;

        foreach (var property in options.GetProperties())
        {
            if (s_mappings.TryGetValue(property.PropertyType, out var map) && map(NukeBuild.Verbosity) is { } value)
                yield return (property.Name, value);
        }
    }
}
