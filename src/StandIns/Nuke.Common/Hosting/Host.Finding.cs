// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public partial class Host
{
    private static readonly Type[] s_ownTypes =
    [
        typeof(GitHubActions),
        typeof(Rider),
        typeof(VSCode),
        typeof(VisualStudio),
        typeof(Terminal),
    ];

    /// <summary>The hosts that there are, by their short names. A build's own are looked for in its assembly.</summary>
    internal static IEnumerable<Type> AvailableTypes =>
        s_ownTypes.Concat(
            Assembly.GetEntryAssembly()?.GetExportedTypes().Where(x => x.IsSubclassOf(typeof(Host))) ?? []
        );

    /// <summary>The host given by <c>--host</c>, else the one that the build finds itself on.</summary>
    /// <exception cref="BuildInputException">There is no host of that name.</exception>
    internal static Host Find() => ParameterSources.Current.FindText(nameof(Host)) is { } name ? Named(name) : Detect();

    /// <summary>The first host, CI servers before terminals, that says it is running.</summary>
    private static Host Detect() =>
        GitHubActions.IsRunningGitHubActions ? new GitHubActions()
        : Rider.IsRunningRider ? new Rider()
        : VSCode.IsRunningVSCode ? new VSCode()
        : VisualStudio.IsRunningVisualStudio ? new VisualStudio()
        : new Terminal();

    private static Host Named(string name)
    {
        var type =
            s_ownTypes.FirstOrDefault(x => x.FullName.EndsWithOrdinalIgnoreCase(name))
            ?? AvailableTypes.FirstOrDefault(x => x.FullName.EndsWithOrdinalIgnoreCase(name))
            ?? throw new BuildInputException(
                $"There is no host '{name}'.{NearMisses.Ask(name, AvailableTypes.Select(x => x.Name))} "
                    + $"Hosts are: {AvailableTypes.Select(x => x.Name).Order(StringComparer.Ordinal).JoinCommaSpace()}."
            );
        return (Host)Activator.CreateInstance(type, nonPublic: true);
    }

    /// <summary>Reads the end of a host's name, case ignored.</summary>
    private sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value is string name ? Named(name) : base.ConvertFrom(context, culture, value);
    }
}
