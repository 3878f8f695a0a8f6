// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal void WriteLogo()
    {
        if (!IsInterceptorExecution && IsOutputEnabled(DefaultOutput.Logo))
            Host.WriteLogo();
    }

    /// <summary>Begins a target's output; disposing ends it.</summary>
    internal IDisposable WriteTarget(string target)
    {
        var needed = Host.CanCollapse ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader;
        return !IsInterceptorExecution && IsOutputEnabled(needed)
            ? Host.WriteBlock(target)
            : DelegateDisposable.CreateBracket();
    }

    internal void WriteOutcome()
    {
        if (IsInterceptorExecution)
            return;

        if (IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            Host.WriteErrorsAndWarnings();
        if (IsOutputEnabled(DefaultOutput.TargetOutcome))
            Host.WriteTargetOutcome(this);
        if (IsOutputEnabled(DefaultOutput.BuildOutcome))
            Host.WriteBuildOutcome(this);
    }

    private bool IsOutputEnabled(DefaultOutput output) =>
        !GetType()
            .GetCustomAttributes<DisableDefaultOutputAttribute>()
            .Any(x => x.IsApplicable(this) && x.DisabledOutputs.Contains(output));
}
