// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Execution;

/// <summary>
/// What the caller gave cannot be used. The message says what, where and what to do, and is all that is shown of it:
/// no target runs, and there is no stack trace.
/// </summary>
internal sealed class BuildInputException(string message) : Exception(message);
