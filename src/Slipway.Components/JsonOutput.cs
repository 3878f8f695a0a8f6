namespace Slipway.Components;

/// <summary>
/// With <c>--json</c>, standard output carries the JSON alone: everything that the build engine and its tools say goes
/// to standard error. To be called first in <c>Main</c>, before the engine opens its console.
/// </summary>
public static class JsonOutput
{
    static TextWriter? s_standardOutput;

    public static void Prepare(IEnumerable<string> arguments)
    {
        if (!arguments.Contains("--json", StringComparer.OrdinalIgnoreCase))
            return;
        s_standardOutput = Console.Out;
        Console.SetOut(Console.Error);
    }

    /// <summary>Writes a document for a program to read.</summary>
    public static void Write(string json) => (s_standardOutput ?? Console.Out).WriteLine(json);
}
