using System.Runtime.CompilerServices;
using Nuke.Common;

/// <summary>What all samples share: lines on standard output that a test finds again.</summary>
abstract class Sample : NukeBuild
{
    /// <summary>An action that says <c>ran:Target</c>.</summary>
    protected static Action Ran([CallerMemberName] string target = null) => () => Say($"ran:{target}");

    protected static void Say(string line) => Console.WriteLine(line);

    /// <summary>Says <c>name=value</c>, so that null, an empty string and an empty list differ.</summary>
    protected static void Tell(string name, object value) => Say($"{name}={Show(value)}");

    protected static string Variable(string name) => Environment.GetEnvironmentVariable(name);

    static string Show(object value) =>
        value switch
        {
            null => "null",
            string text => $"'{text}'",
            System.Collections.IEnumerable list => $"[{string.Join(",", list.Cast<object>().Select(Show))}]",
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
