// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;

namespace Nuke.Common.Utilities;

public static class ExceptionExtensions
{
    /// <summary>The exception that reflection, a type initializer or a task has wrapped.</summary>
    public static Exception Unwrap(this Exception exception) =>
        exception switch
        {
            TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
            TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
            AggregateException aggregate => aggregate.Flatten() is { InnerExceptions: [var single] }
                ? single.Unwrap()
                : aggregate.Flatten(),
            _ => exception,
        };
}
