// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Remembers what the last run has done, for <c>--continue</c>: a file whose first line stands for the invocation and
/// whose other lines name the targets that have succeeded.
/// </summary>
internal sealed class BuildAttempt(AbsolutePath file, CommandLineArguments arguments)
{
    private readonly List<string> _done = [];

    public bool HasDone(string target) => _done.Contains(target, StringComparer.Ordinal);

    /// <summary>Begins a run; with <paramref name="resume"/>, where the last one of the same invocation ended.</summary>
    public void Start(bool resume)
    {
        // Only values count, so that a switch such as --continue itself may be added.
        var values = string.Join(' ', arguments.Positional.Concat(arguments.Names.SelectMany(x => x.Values)));
        var invocation = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(values)));

        if (resume && File.Exists(file))
        {
            var lines = File.ReadAllLines(file);
            if (lines is [var last, .. var done] && string.Equals(last, invocation, StringComparison.Ordinal))
                _done.AddRange(done);
            else
                Log.Warning("Build invocation changed. Restarting ...");
        }

        File.WriteAllLines(file, [invocation, .. _done]);
    }

    public void Add(string target) => File.AppendAllLines(file, [target]);
}
