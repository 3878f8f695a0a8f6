// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>Injects what GitVersion says about the root directory; null and a warning when it cannot be run.</summary>
public class GitVersionAttribute : ValueInjectionAttributeBase
{
    /// <summary>Which of the tool's frameworks is run; the build's when null.</summary>
    public string Framework { get; set; }

    public bool DisableOnUnix { get; set; }

    public bool UpdateAssemblyInfo { get; set; }

    /// <summary>Concerns CI servers that number builds; GitHub Actions does not.</summary>
    public bool UpdateBuildNumber { get; set; } = true;

    public bool NoFetch { get; set; }

    public bool NoCache { get; set; } = true;

    public override object GetValue(MemberInfo member, object instance)
    {
        if (EnvironmentInfo.IsUnix && DisableOnUnix)
        {
            Log.Warning("{Tool} is disabled on UNIX environment", nameof(GitVersion));
            return null;
        }

        return GitVersionTasks
            .GitVersion(_ =>
                _.SetFramework(Framework)
                    .SetNoFetch(NoFetch)
                    .SetNoCache(NoCache)
                    .DisableProcessOutputLogging()
                    .SetUpdateAssemblyInfo(UpdateAssemblyInfo)
            )
            .Result;
    }
}
