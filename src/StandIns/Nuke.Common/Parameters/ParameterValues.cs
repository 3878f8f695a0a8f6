using System.Reflection;
using System.Text.Json;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Gives a member the value that its parameter has.</summary>
internal static class ParameterValues
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        IncludeFields = true,
        PropertyNameCaseInsensitive = true,
    };

    /// <summary>The value in the member's type, or null when it is given nowhere.</summary>
    /// <exception cref="BuildInputException">What is given is no value of the member.</exception>
    public static object? Get(MemberInfo member, object? instance)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>().NotNull($"'{member.Name}' is no parameter")!;
        var raw = ParameterSources.Current.Find(ParameterNames.Of(member, attribute), SeparatorOf(attribute));
        if (raw is null)
            return null;

        var isSecret = member.IsDefined(typeof(SecretAttribute), inherit: true);
        if (isSecret && raw.File != null && !BuildServerConfigurationGeneration.IsActive)
            raw = Secrets.Decrypt(raw, ParameterNames.Of(member, attribute));
        if (isSecret)
            SecretMasking.Add(raw.Texts);

        return Convert(raw, member, attribute, instance, isSecret);
    }

    public static char? SeparatorOf(ParameterAttribute attribute) =>
        attribute.Separator is { Length: 1 } separator ? separator[0] : null;

    private static object? Convert(
        RawValue raw,
        MemberInfo member,
        ParameterAttribute attribute,
        object? instance,
        bool isSecret
    )
    {
        var type = BuildMembers.TypeOf(member);
        try
        {
            if (raw.File != null && HoldsPath(type))
                raw = raw with { Texts = [.. raw.Texts.Select(UnderRoot)] };
            var value = IsComplex(raw.Json)
                ? JsonSerializer.Deserialize(raw.Json!.Value, type, s_json)
                : ValueConversion.Convert(raw.Texts, type, raw.IsSwitch);
            CheckValueSet(raw, member, attribute, instance);
            return value;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or OverflowException)
        {
            var reason = isSecret ? "its value cannot be used" : exception.Message;
            throw new BuildInputException(
                $"Parameter --{ParameterNames.Dashed(ParameterNames.Of(member, attribute))} "
                    + $"({raw.Source}): {reason}.{Hint(raw, type)}"
            );
        }
    }

    private static bool IsComplex(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object }
        || (json is { ValueKind: JsonValueKind.Array } array && array.EnumerateArray().Any(x => IsComplex(x)));

    private static bool HoldsPath(Type type) =>
        typeof(IAbsolutePathHolder).IsAssignableFrom(type.IsArray ? type.GetElementType() : type);

    private static string UnderRoot(string path) => Path.GetFullPath(path, NukeBuild.RootDirectory);

    private static void CheckValueSet(RawValue raw, MemberInfo member, ParameterAttribute attribute, object? instance)
    {
        // Those of the member's type are checked by converting to it.
        if (
            instance is null
            || (attribute.ValueProviderMember is null && attribute.GetType() == typeof(ParameterAttribute))
        )
            return;
        if (ValueSets.Of(member, attribute, instance) is not { } allowed)
            return;

        foreach (var text in raw.Texts)
        {
            if (!allowed.Any(x => x.Text.Equals(text, StringComparison.OrdinalIgnoreCase)))
                throw new FormatException($"'{text}' is none of {allowed.Select(x => x.Text).JoinCommaSpace()}");
        }
    }

    private static string Hint(RawValue raw, Type type) =>
        raw.IsSwitch && (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool) && raw.Texts.Count > 0
            ? " A switch takes true, false or nothing; name targets before it, or behind --target."
            : "";
}
