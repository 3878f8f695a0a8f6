using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Asks the person at the terminal. Without one it asks nothing.</summary>
internal static class Prompt
{
    private static bool IsPossible => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Asks for a parameter that has no value, until it has one.</summary>
    public static void ForMember(MemberInfo member, INukeBuild build)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>();
        if (!IsPossible || attribute is null || member is PropertyInfo { CanWrite: false })
            return;

        var question = (attribute.Description ?? ParameterNames.Of(member, attribute)).TrimEnd('.') + ":";
        var allowed = ValueSets.Of(member, attribute, build);
        var isSecret = member.IsDefined(typeof(SecretAttribute), inherit: true);
        while (true)
        {
            var text =
                isSecret ? ForSecret(question)
                : allowed != null ? ForChoice(question, [.. allowed.Select(x => x.Text)])
                : ForText(question);
            if (string.IsNullOrWhiteSpace(text))
                return;

            try
            {
                BuildMembers.Set(
                    member,
                    build,
                    ValueConversion.Convert([text], BuildMembers.TypeOf(member), switchValue: true)!
                );
                if (isSecret)
                    SecretMasking.Add([text]);
                return;
            }
            catch (FormatException exception)
            {
                Host.Warning(exception.Message);
            }
        }
    }

    /// <summary>What is typed, shown as stars; null when there is no terminal.</summary>
    public static string? ForSecret(string question)
    {
        if (!IsPossible)
            return null;

        Host.Information(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
                Console.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
                Console.Write('*');
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }

    private static string? ForText(string question)
    {
        Host.Information(question);
        return Console.ReadLine();
    }

    private static string? ForChoice(string question, IReadOnlyList<string> options)
    {
        Host.Information(question);
        for (var i = 0; i < options.Count; i++)
            Console.WriteLine($"  {i + 1}  {options[i]}");

        Console.Write("Number or name: ");
        var answer = Console.ReadLine();
        return int.TryParse(answer, out var number) && number >= 1 && number <= options.Count
            ? options[number - 1]
            : answer;
    }
}
