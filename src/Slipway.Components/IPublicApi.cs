using Nuke.Common;
using Serilog;
using Slipway.Components.Compatibility;

namespace Slipway.Components;

/// <summary>What the packed libraries offer, kept beside their projects.</summary>
public interface IPublicApi : ICompileBackend
{
    Target PublicApi =>
        _ =>
            _.Description("Writes what each packed library offers to PublicApi.txt beside its project")
                .Runs(() =>
                {
                    var projects = PackedProjects.Find(this);
                    if (projects.Count == 0)
                        Log.Information("No packed library: nothing to write");
                    foreach (var project in projects)
                    {
                        var lines = PackedProjects.Read(this, project);
                        File.WriteAllText(project.KeptFile, string.Concat(lines.Select(line => $"{line}\n")));
                        Log.Information("{File:l}: {Count} lines", Shown(project.KeptFile), lines.Count);
                    }
                });
}
