using YamlDotNet.RepresentationModel;

namespace Slipway.Releases;

/// <summary>Keys and values of one level of a configuration, each with its place.</summary>
sealed class ConfigurationSection
{
    readonly List<ConfigurationValue> _values;

    public ConfigurationSection(string file, YamlMappingNode mapping) =>
        _values = [
            .. mapping.Children.Select(child => new ConfigurationValue(
                file,
                (child.Key as YamlScalarNode ?? throw NoKey(file, child.Key)).Value ?? "",
                child.Value
            )),
        ];

    ConfigurationSection(List<ConfigurationValue> values) => _values = values;

    public IReadOnlyList<ConfigurationValue> Values => _values;

    /// <summary>What a command line gives as <c>key=value</c>.</summary>
    public static ConfigurationSection OfOverrides(IEnumerable<KeyValuePair<string, string>> overrides) =>
        new([.. overrides.Select(pair => new ConfigurationValue(null, pair.Key, new YamlScalarNode(pair.Value)))]);

    /// <summary>Null: the key is not there.</summary>
    public ConfigurationValue? Find(string key) =>
        _values.Find(value => string.Equals(value.Key, key, StringComparison.Ordinal));

    static ReleaseException NoKey(string file, YamlNode node) =>
        new($"{file}({node.Start.Line}): a key is a list or a section: write 'key: value' lines.");
}
