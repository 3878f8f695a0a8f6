using System.Text;

namespace Slipway.Workflows.Running.Runs;

/// <summary>A job's key as a file's name, unlike any other of the run.</summary>
sealed class JobFiles(string directory)
{
    readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string LogOf(string key)
    {
        lock (_taken)
        {
            var name = Name(key);
            for (var number = 2; !_taken.Add(name); number++)
                name = $"{Name(key)}-{number}";
            return Path.Combine(directory, $"{name}.log");
        }
    }

    static string Name(string key)
    {
        var name = new StringBuilder();
        foreach (var character in key)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '_' or '.')
                name.Append(character);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }
        return name.ToString().TrimEnd('-', '.') is { Length: > 0 } text ? text : "job";
    }
}
