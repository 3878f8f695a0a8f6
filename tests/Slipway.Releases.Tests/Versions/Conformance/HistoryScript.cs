using System.Globalization;
using System.Text;

namespace Slipway.Releases.Tests;

/// <summary>
/// A history in a few lines, or in one with semicolons, and the stream of <c>git fast-import</c> that makes it: one process for a whole repository.
/// <code>
/// on NAME              goes to a branch; a new one begins here
/// commit [MESSAGE]     \n in a message is a line break
/// merge NAME[,NAME] [MESSAGE]   with git's own message when none is given
/// tag NAME             lightweight; 'annotated NAME' is not
/// remote NAME          refs/remotes/NAME is here
/// delete NAME          takes a branch away
/// back N               goes N commits back, along first parents, and detaches HEAD
/// detach               HEAD is detached
/// start                the next commit has no parent
/// </code>
/// Each commit is a minute after the one before it.
/// </summary>
sealed class HistoryScript
{
    static readonly char[] Separators = ['\n', ';'];

    const long Epoch = 1_767_225_600;

    readonly StringBuilder _stream = new();
    readonly Dictionary<string, int> _branches = new(StringComparer.Ordinal);
    readonly Dictionary<int, int> _firstParents = [];
    string _branch = "main";
    int _here;
    int _marks;
    bool _startsAnew;

    HistoryScript() { }

    public string Stream => _stream.ToString();

    /// <summary>Null: HEAD is detached, at <see cref="Mark"/>.</summary>
    public string? Head { get; private set; } = "main";

    public int Mark => _here;

    public static HistoryScript Read(string script)
    {
        var history = new HistoryScript();
        foreach (
            var line in script.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var words = line.Split(' ', 2);
            history.Take(words[0], words.Length > 1 ? words[1] : "");
        }
        return history;
    }

    void Take(string verb, string rest)
    {
        switch (verb)
        {
            case "on":
                On(rest);
                break;
            case "commit":
                Commit(
                    rest.Length == 0 ? $"change {_marks + 1}" : rest.Replace("\\n", "\n", StringComparison.Ordinal),
                    []
                );
                break;
            case "merge":
                Merge(rest);
                break;
            case "tag":
                Reset($"refs/tags/{rest}");
                break;
            case "annotated":
                _stream.Append(
                    CultureInfo.InvariantCulture,
                    $"tag {rest}\nfrom :{_here}\ntagger {Person(_marks)}\ndata 7\nRelease\n"
                );
                break;
            case "remote":
                Reset($"refs/remotes/{rest}");
                break;
            case "delete":
                _branches.Remove(rest);
                _stream.Append(
                    CultureInfo.InvariantCulture,
                    $"reset refs/heads/{rest}\nfrom 0000000000000000000000000000000000000000\n\n"
                );
                break;
            case "back":
                for (var steps = int.Parse(rest, CultureInfo.InvariantCulture); steps > 0; steps--)
                    _here = _firstParents[_here];
                Head = null;
                break;
            case "detach":
                Head = null;
                break;
            case "start":
                _startsAnew = true;
                break;
            default:
                throw new ArgumentException($"'{verb}' is no verb of a history script.");
        }
    }

    void On(string branch)
    {
        Head = _branch = branch;
        if (_branches.TryGetValue(branch, out var tip))
            _here = tip;
        else if (_here > 0)
            Reset($"refs/heads/{branch}");
        if (_here > 0)
            _branches[branch] = _here;
    }

    void Merge(string rest)
    {
        var words = rest.Split(' ', 2);
        var sources = words[0].Split(',');
        var names =
            sources.Length == 1
                ? $"branch '{sources[0]}'"
                : $"branches {string.Join(" and ", sources.Select(name => $"'{name}'"))}";
        var into = _branch is "main" or "master" ? "" : $" into {_branch}";
        var message =
            words.Length > 1 ? words[1].Replace("\\n", "\n", StringComparison.Ordinal) : $"Merge {names}{into}";
        Commit(message, [.. sources.Select(name => _branches[name])]);
    }

    void Commit(string message, int[] merged)
    {
        var mark = ++_marks;
        var length = Encoding.UTF8.GetByteCount(message) + 1;
        _stream.Append(
            CultureInfo.InvariantCulture,
            $"commit refs/heads/{_branch}\nmark :{mark}\nauthor {Person(mark)}\ncommitter {Person(mark)}\ndata {length}\n{message}\n\n"
        );
        if (_here > 0 && !_startsAnew)
        {
            _stream.Append(CultureInfo.InvariantCulture, $"from :{_here}\n");
            _firstParents[mark] = _here;
        }
        foreach (var parent in merged)
            _stream.Append(CultureInfo.InvariantCulture, $"merge :{parent}\n");
        _stream.Append('\n');
        _startsAnew = false;
        _branches[_branch] = _here = mark;
    }

    void Reset(string reference) =>
        _stream.Append(CultureInfo.InvariantCulture, $"reset {reference}\nfrom :{_here}\n\n");

    static string Person(int mark) =>
        string.Create(CultureInfo.InvariantCulture, $"Test <test@example.org> {Epoch + mark * 60} +0000");
}
