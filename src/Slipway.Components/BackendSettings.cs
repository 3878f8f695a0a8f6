using System.Globalization;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Slipway.Releases;

namespace Slipway.Components;

/// <summary>
/// Tells the compiler which commit this is. The names are the backend's own (<c>BackendVersion</c>, <c>Commit</c>,
/// <c>BuildTime</c>), so that a new commit recompiles the backend and nothing else. The time is the commit's, not the
/// clock's: the same commit gives the same bytes. As arguments, not as NUKE's properties: NUKE keeps those as JSON and reads
/// what looks like a time as one, so that the compiler is told it in another form.
/// </summary>
static class BackendSettings
{
    public static DotNetBuildSettings Stamp(this DotNetBuildSettings settings, CommitVersion revision) =>
        settings.AddProcessAdditionalArguments(Arguments(revision));

    public static DotNetPublishSettings Stamp(this DotNetPublishSettings settings, CommitVersion revision) =>
        settings.AddProcessAdditionalArguments(Arguments(revision));

    /// <summary>All of it, for a key.</summary>
    public static string Text(CommitVersion revision) =>
        string.Join(' ', Properties(revision).Select(property => property.Value));

    static IEnumerable<string> Arguments(CommitVersion revision) =>
        Properties(revision).Select(property => $"--property:{property.Name}={property.Value}");

    static (string Name, string Value)[] Properties(CommitVersion revision) =>
        [
            ("BackendVersion", revision.Version),
            ("Commit", revision.Commit),
            (
                "BuildTime",
                revision.CommitTime.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            ),
        ];
}
