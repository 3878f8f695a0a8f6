namespace Nuke.Common.Execution;

/// <summary>
/// A command line, taken apart: what comes first without a dash, then names and the values behind each. A dash or two
/// before a name and the dashes within it do not matter, nor does case; <c>--name=value</c> is one name and one value.
/// </summary>
internal sealed class CommandLineArguments
{
    private readonly List<string> _positional = [];
    private readonly List<Named> _named = [];

    public CommandLineArguments(IEnumerable<string> arguments)
    {
        All = [.. arguments];
        foreach (var argument in All)
        {
            if (IsName(argument))
                _named.Add(Named.Parse(argument));
            else if (_named.Count == 0)
                _positional.Add(argument);
            else
                _named[^1].Values.Add(argument);
        }
    }

    public IReadOnlyList<string> All { get; }

    /// <summary>What comes before the first name.</summary>
    public IReadOnlyList<string> Positional => _positional;

    public IReadOnlyList<Named> Names => _named;

    public bool Has(string name) => Find(name) != null;

    /// <summary>The values behind a name, where it stands last; null when it is not there.</summary>
    public IReadOnlyList<string>? Find(string name)
    {
        var plain = Plain(name);
        return _named.FindLast(x => Plain(x.Text).Equals(plain, StringComparison.OrdinalIgnoreCase))?.Values;
    }

    /// <summary>Whether an argument names a parameter. Negative numbers and a lone dash are values.</summary>
    public static bool IsName(string argument) =>
        argument.StartsWith('-') && argument.Length > 1 && !IsNegativeNumber(argument);

    /// <summary>A name as it is compared: without dashes.</summary>
    public static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);

    private static bool IsNegativeNumber(string argument) =>
        char.IsAsciiDigit(argument[1]) || (argument[1] == '.' && argument.Length > 2 && char.IsAsciiDigit(argument[2]));

    /// <param name="Text">The name as it was written, dashes included.</param>
    internal sealed record Named(string Text, List<string> Values)
    {
        public static Named Parse(string argument)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? new Named(argument, []) : new Named(argument[..equals], [argument[(equals + 1)..]]);
        }
    }
}
