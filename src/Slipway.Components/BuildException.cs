using Nuke.Common;

namespace Slipway.Components;

/// <summary>A failure whose message tells a person all that is needed: what, where, what to do.</summary>
public sealed class BuildException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The message alone; at verbosity Verbose the stack traces too.</summary>
    public override string ToString() => NukeBuild.Verbosity == Verbosity.Verbose ? base.ToString() : Message;
}
