// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.ChangeLog;

namespace Nuke.Components;

/// <summary>A build whose repository has a changelog.</summary>
public interface IHazChangelog : INukeBuild
{
    string ChangelogFile => RootDirectory / "CHANGELOG.md";

    string NuGetReleaseNotes =>
        ChangelogTasks.GetNuGetReleaseNotes(ChangelogFile, (this as IHazGitRepository)?.GitRepository);
}
