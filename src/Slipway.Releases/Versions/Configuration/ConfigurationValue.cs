using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Releases;

/// <summary>One value of a configuration; it can say where it stands.</summary>
/// <param name="file">Null for an override from a command line.</param>
sealed class ConfigurationValue(string? file, string key, YamlNode node)
{
    public string Key => key;

    /// <summary>Null for <c>key:</c>, <c>key: null</c> and <c>key: ~</c>.</summary>
    public string? Text =>
        node switch
        {
            YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: null or "" or "~" or "null" } scalar
                when file is not null || scalar.Value is null => null,
            YamlScalarNode scalar => scalar.Value,
            _ => throw Wrong($"'{key}' is a list or a section", "give it one value"),
        };

    public int? Number =>
        Text is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong($"'{key}' is '{text}'", "write a whole number");

    public bool? Flag =>
        Text is not { } text ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw Wrong($"'{key}' is '{text}'", "write true or false");

    public DateTimeOffset? Time =>
        Text is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
        : throw Wrong($"'{key}' is '{text}'", "write a time as 2026-01-31T00:00:00");

    /// <summary>A regular expression, tried at once: a broken one is an error even where it is not used.</summary>
    public string? Regex => Text is { } text ? Tried(text) : null;

    public IReadOnlyList<string> List =>
        node switch
        {
            YamlSequenceNode sequence =>
            [
                .. sequence.Children.Select(item =>
                    (item as YamlScalarNode)?.Value ?? throw Wrong($"'{key}' holds more than texts", "list texts")
                ),
            ],
            _ when Text is not { } text => [],
            _ => Text!
                .Trim()
                .TrimStart('[')
                .TrimEnd(']')
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };

    public IReadOnlyList<string> RegexList => [.. List.Select(Tried)];

    public ConfigurationSection Section =>
        node switch
        {
            YamlMappingNode mapping => new ConfigurationSection(file ?? "", mapping),
            _ when Text is null or "" or "{}" => new ConfigurationSection(file ?? "", new YamlMappingNode()),
            _ => throw Wrong($"'{key}' is one value", "write a section: indented 'key: value' lines"),
        };

    public T? Choice<T>()
        where T : struct, Enum
    {
        if (Text is not { } text)
            return null;
        return ChoiceOf<T>(text);
    }

    public IReadOnlyList<T> Choices<T>()
        where T : struct, Enum => [.. List.Select(ChoiceOf<T>)];

    /// <summary>An error that says where, what and what to do.</summary>
    public ReleaseException Wrong(string what, string advice) =>
        new(
            file is null ? $"/overrideconfig {key}: {what}: {advice}." : $"{file}({node.Start.Line}): {what}: {advice}."
        );

    T ChoiceOf<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw Wrong($"'{key}' is '{text}'", $"choose one of {string.Join(", ", Enum.GetNames<T>())}");

    string Tried(string text)
    {
        try
        {
            _ = Pattern.Of(text);
            return text;
        }
        catch (ArgumentException exception)
        {
            throw Wrong($"'{key}' is no regular expression: {exception.Message.TrimEnd('.')}", "correct it");
        }
    }
}
