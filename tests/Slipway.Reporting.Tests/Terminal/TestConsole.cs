using Spectre.Console;

namespace Slipway.Reporting.Tests.Terminal;

/// <summary>A console of a known size whose output is a text.</summary>
sealed class TestConsole
{
    readonly StringWriter _output = new();

    public TestConsole(bool ansi)
    {
        Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = ansi ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(_output),
            }
        );
        Console.Profile.Width = 100;
        Console.Profile.Height = 40;
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    public string Output => _output.ToString();

    public string[] Lines => [.. Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
