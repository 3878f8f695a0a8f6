using Nuke.Common;

namespace Slipway.Components;

/// <summary>A failure whose message tells a person all that is needed: what, where, what to do.</summary>
public sealed class BuildException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Lines that show what went wrong, such as a compiler's errors: told before the message, when nothing else is on
    /// the screen any more.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The message alone; at verbosity Verbose the stack traces too.</summary>
    public override string ToString() => NukeBuild.Verbosity == Verbosity.Verbose ? base.ToString() : Message;
}
