// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>The tool writes ordinary messages to its error stream.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LogErrorAsStandard : Attribute;

/// <summary>Lines that match are logged at this level.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class LogLevelPattern(LogEventLevel level, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    : Attribute
{
    public LogEventLevel Level { get; } = level;

    public string Pattern { get; } = pattern;
}

/// <summary>The level of lines that nothing else has a level for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DefaultLogLevel(LogEventLevel level) : Attribute
{
    public LogEventLevel Level { get; } = level;
}
