using System.Collections.Frozen;

namespace Slipway.Protocol.Supervision;

/// <summary>A process as it should run.</summary>
/// <param name="Name">
/// Names it to the supervisor: letters, digits, '.', '-' and '_', at most 100. Its process is found again under this name.
/// </param>
/// <param name="Command">An absolute path, or a name looked up on PATH.</param>
/// <param name="Arguments">Its arguments. Anybody on the machine can read them: no secrets.</param>
/// <param name="Environment">
/// What it gets besides the few inherited variables (PATH, HOME, TMPDIR, LANG, DOTNET_ROOT …); values may be secrets.
/// </param>
/// <param name="WorkingDirectory">An existing directory, absolute.</param>
/// <param name="LogFile">Absolute; standard output and error are appended to it. 5 older files of 10 MiB are kept.</param>
public sealed record ProcessSpecification(
    string Name,
    string Command,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory,
    string LogFile
)
{
    /// <summary>True when both would start the same process, so that a running one can be left alone.</summary>
    public bool SameAs(ProcessSpecification other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return WithoutCollections(this) == WithoutCollections(other)
            && Arguments.SequenceEqual(other.Arguments, StringComparer.Ordinal)
            && Environment.Count == other.Environment.Count
            && !Environment.Except(other.Environment).Any();
    }

    // A record compares its collections by reference: they are compared by hand, the rest by the record.
    static ProcessSpecification WithoutCollections(ProcessSpecification specification) =>
        specification with
        {
            Arguments = [],
            Environment = FrozenDictionary<string, string>.Empty,
        };
}
