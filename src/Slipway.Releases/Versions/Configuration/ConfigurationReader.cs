using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Releases;

/// <summary>Puts a preset, a file and single overrides on top of each other, and checks the result.</summary>
static class ConfigurationReader
{
    const string Presets = $"{Workflow.GitHubFlow}, {Workflow.GitFlow} or {Workflow.TrunkBased}";

    /// <param name="file">Null: no file, so that GitVersion's default decides, which is GitFlow.</param>
    /// <param name="overrides">Keys of the file's first level.</param>
    /// <exception cref="ReleaseException">The file or an override is wrong; with its line.</exception>
    public static VersionConfiguration Read(string? file, IReadOnlyList<KeyValuePair<string, string>> overrides)
    {
        List<ConfigurationSection> layers = [];
        if (file is not null && Load(file) is { } root)
            layers.Add(root);
        if (overrides.Count > 0)
            layers.Add(ConfigurationSection.OfOverrides(overrides));

        var preset = layers.Select(layer => layer.Find("workflow")).LastOrDefault(value => value?.Text is not null);
        var configuration = Preset(preset);
        foreach (var layer in layers)
            configuration = ConfigurationBinding.Apply(configuration, layer);
        if (layers.Select(layer => layer.Find("next-version")).LastOrDefault(value => value is not null) is { } next)
            ConfigurationCheck.NextVersion(configuration, next);
        return ConfigurationCheck.Checked(configuration, file);
    }

    static VersionConfiguration Preset(ConfigurationValue? name) =>
        name is null
            ? Workflow.Named(Workflow.GitFlow)! with
            {
                Workflow = null,
            }
            : Workflow.Named(name.Text!) ?? throw name.Wrong($"There is no workflow '{name.Text}'", $"name {Presets}");

    static ConfigurationSection? Load(string file)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            yaml.Load(reader);
            if (yaml.Documents.Count == 0)
                return null;
            return yaml.Documents[0].RootNode switch
            {
                YamlMappingNode mapping => new ConfigurationSection(file, mapping),
                YamlScalarNode { Value: null or "" } => null,
                var node => throw new ReleaseException(
                    $"{file}({node.Start.Line}): the configuration is a list or a text: write 'key: value' lines."
                ),
            };
        }
        catch (YamlException exception)
        {
            throw new ReleaseException(
                $"{file}({exception.Start.Line}): this is no YAML that can be read: {exception.Message} Correct it there.",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseException($"{file} cannot be read: {exception.Message}", exception);
        }
    }
}
