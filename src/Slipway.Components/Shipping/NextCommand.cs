namespace Slipway.Components.Shipping;

/// <summary>The one command that goes on; it is printed when the run is over, as the last thing on the screen.</summary>
static class NextCommand
{
    /// <summary>Parameters that decide where a command acts are repeated: the printed line is the exact one.</summary>
    public static void Is(IHazState build, string command) => RunRecord.Of(build).NextCommand = Line(build, command);

    /// <inheritdoc cref="Is"/>
    public static string Line(IHazState build, string command) =>
        string.Join(' ', ["./build.sh", command, .. Place(build)]);

    static IEnumerable<string> Place(IHazState build)
    {
        if (build.PortBase != IHazState.DefaultPortBase)
            yield return $"--port-base {build.PortBase}";
        if (build.State is { } state)
            yield return $"--state {Quoted(state)}";
    }

    static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
