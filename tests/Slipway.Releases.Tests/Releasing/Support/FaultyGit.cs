using System.Globalization;
using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>What a git command meets.</summary>
public enum GitFault
{
    None,

    /// <summary>It fails, and nothing is done.</summary>
    Refuse,

    /// <summary>It is done, and fails all the same.</summary>
    LoseAnswer,

    /// <summary>It does not end.</summary>
    Hang,

    /// <summary>Whoever started it is killed by SIGKILL before anything is done.</summary>
    KillCaller,
}

/// <summary>A git whose commands are counted, and of which one meets a fault.</summary>
[UnsupportedOSPlatform("windows")]
sealed class FaultyGit : IDisposable
{
    const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    static readonly string[] s_writes = ["commit", "tag", "push", "fetch", "init"];

    readonly TempDirectory _directory = new();

    /// <param name="at">The number of the command, from 1.</param>
    public FaultyGit(GitFault fault = GitFault.None, int at = 0)
    {
        var state = _directory.Path;
        _directory.Write("count", "0\n");
        _directory.Write(
            "git",
            $$"""
            #!/bin/sh
            read n <'{{state}}/count'
            n=$((n + 1))
            echo "$n" >'{{state}}/count'
            shift # --no-optional-locks
            echo "$*" | tr '\n' ' ' >>'{{state}}/log'
            echo >>'{{state}}/log'
            if [ "$n" = {{at.ToString(CultureInfo.InvariantCulture)}} ]; then
                case {{fault}} in
                Refuse) echo 'fatal: refused by the test' >&2; exit 128 ;;
                LoseAnswer) git "$@" >/dev/null 2>&1; echo 'fatal: the answer is lost' >&2; exit 128 ;;
                Hang) exec sleep 300 ;;
                KillCaller) kill -9 $PPID; exit 1 ;;
                esac
            fi
            exec git "$@"

            """
        );
        File.SetUnixFileMode(Program, Executable);
    }

    public string Program => _directory["git"];

    /// <summary>The commands so far, in order.</summary>
    public IReadOnlyList<string> Commands => File.ReadAllLines(_directory["log"]);

    /// <summary>Those that change something, by their numbers from 1.</summary>
    public IReadOnlyList<int> Writes =>
        [
            .. Commands
                .Index()
                .Where(command => s_writes.Contains(command.Item.Split(' ')[0], StringComparer.Ordinal))
                .Select(command => command.Index + 1),
        ];

    public void Dispose() => _directory.Dispose();
}
