// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Looks at all parameters that are given, before any is used: the package ignores names that it does not know, and
/// leaves a member alone whose value it cannot read.
/// </summary>
internal static class GivenParameters
{
    // Known to the engine without being a member of the build.
    private static readonly string[] s_internalNames =
    [
        Constants.CompletionParameterName,
        Constants.ConfigurationParameterName,
        "strict",
    ];

    /// <exception cref="BuildInputException">There is no such parameter, or its value is none.</exception>
    public static void Check(NukeBuild build)
    {
        var sources = ParameterSources.Current;
        if (sources.Arguments.Names.Count == 0 && sources.Files.All(x => !x.Names.Any()))
            return;

        var members = new Dictionary<string, MemberInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in BuildMembers.With<ParameterAttribute>(build.GetType()))
            members.TryAdd(CommandLineArguments.Plain(ParameterNames.Of(member)), member);

        foreach (var named in sources.Arguments.Names)
            Check(named.Text, members, build);
        foreach (var file in sources.Files)
            Check(file, members, build);
    }

    private static void Check(string name, Dictionary<string, MemberInfo> members, NukeBuild build)
    {
        var plain = CommandLineArguments.Plain(name);
        if (members.TryGetValue(plain, out var member))
        {
            Convert(member, build);
            return;
        }

        if (s_internalNames.Any(x => CommandLineArguments.Plain(x).EqualsOrdinalIgnoreCase(plain)) || IsKey(plain))
            return;

        var known = members.Keys.Select(x => "--" + ParameterNames.Dashed(NameOf(members[x])));
        throw new BuildInputException(
            $"There is no parameter '{name}'.{NearMisses.Ask("--" + name.TrimStart('-'), known)}"
                + " --help lists all. A value that begins with a dash is written --name=-value."
        );
    }

    private static void Check(ParameterFile file, Dictionary<string, MemberInfo> members, NukeBuild build)
    {
        foreach (var name in file.Names)
        {
            if (
                members.TryGetValue(name, out var member)
                && string.Equals(NameOf(member), name, StringComparison.Ordinal)
            )
                Convert(member, build);
            else
                Log.Warning(
                    "{File} has a value for '{Parameter}', which is no parameter of this build.{Hint}",
                    file.Path,
                    name,
                    NearMisses.Ask(name, members.Values.Select(NameOf))
                );
        }
    }

    private static void Convert(MemberInfo member, NukeBuild build)
    {
        // A target's name is looked up by the planner. A secret may need a password that this run does not.
        if (
            member.DeclaringType != typeof(NukeBuild)
            && !member.IsDefined(typeof(SecretAttribute), inherit: true)
            && member.GetCustomAttribute<ParameterAttribute>() is { } attribute
            && attribute.GetType() == typeof(ParameterAttribute)
        )
            ParameterValues.Get(member, build);
    }

    private static string NameOf(MemberInfo member) => ParameterNames.Of(member);

    // The password of a profile's secrets, which is not named by any member.
    private static bool IsKey(string plain) =>
        plain.StartsWith("params", StringComparison.OrdinalIgnoreCase)
        && plain.EndsWith("key", StringComparison.OrdinalIgnoreCase);
}
