using Nuke.Common;
using Slipway.Components.Ci;

namespace Slipway.Components;

/// <summary>The workflows of a repository, judged by rule, whoever wrote them.</summary>
public interface IAuditWorkflows : IHazJson
{
    Target AuditWorkflows =>
        _ =>
            _.Description(
                    "Finds what makes the workflows in .github easy to attack, or what GitHub would refuse; --json"
                )
                .Runs(() => AuditCommand.Run(this));
}
