using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>A regular expression of a configuration: any case, and each match has a limit.</summary>
sealed class Pattern
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    static readonly ConcurrentDictionary<string, Pattern> Known = new(StringComparer.Ordinal);

    readonly Regex _regex;

    Pattern(string text) => _regex = new Regex(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    /// <exception cref="ArgumentException">It is no regular expression of .NET's.</exception>
    public static Pattern Of(string text) => Known.GetOrAdd(text, static pattern => new Pattern(pattern));

    /// <exception cref="ReleaseException">It took longer than two seconds.</exception>
    public bool IsMatch(string text) => Guarded(() => _regex.IsMatch(text));

    /// <inheritdoc cref="IsMatch"/>
    public Match Match(string text) => Guarded(() => _regex.Match(text));

    /// <inheritdoc cref="IsMatch"/>
    public string Replace(string text, string replacement) => Guarded(() => _regex.Replace(text, replacement));

    /// <summary>The groups that have names, not numbers.</summary>
    public IEnumerable<string> GroupNames => _regex.GetGroupNames().Where(name => !int.TryParse(name, out _));

    T Guarded<T>(Func<T> match)
    {
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new ReleaseException(
                $"The regular expression '{_regex}' took longer than {Limit.TotalSeconds:0} s for one text: "
                    + "write it in GitVersion.yml without nested repetitions.",
                exception
            );
        }
    }
}
