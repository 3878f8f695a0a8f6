using System.Globalization;
using Slipway.Protocol.Files;

namespace Slipway.Supervisor;

/// <summary>The command line of the supervisor.</summary>
/// <param name="StateFile">What should run and what does (mode 0600: the processes' environments may hold secrets).</param>
/// <param name="Socket">
/// Where it is talked to: a Unix socket in a directory closed to others; null: with <paramref name="Fence"/>.
/// </param>
/// <param name="Fence">
/// Where no supervisor runs: writes this token down, so that the next one refuses every older one, and ends. Null: runs.
/// </param>
sealed record SupervisorOptions(string StateFile, string? Socket, long? Fence = null)
{
    public const string Usage = "Usage: Slipway.Supervisor --state FILE (--socket SOCKET | --fence TOKEN)";

    /// <summary>Throws <see cref="FormatException"/> with one sentence when the command line is not right.</summary>
    public static SupervisorOptions Parse(IReadOnlyList<string> arguments)
    {
        string? state = null;
        string? socket = null;
        long? fence = null;
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : null;
            switch (arguments[index])
            {
                case "--state" when value is not null:
                    state = Path.GetFullPath(value);
                    break;
                case "--socket" when value is not null:
                    socket = SocketPath.Parse(value);
                    break;
                case "--fence" when value is not null:
                    fence = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var token)
                        ? token
                        : throw new FormatException($"--fence takes a token, not '{value}'.");
                    break;
                case "--state" or "--socket" or "--fence":
                    throw new FormatException($"{arguments[index]} needs a value.");
                default:
                    throw new FormatException($"'{arguments[index]}' is not an option.");
            }
        }

        return new SupervisorOptions(
            state ?? throw new FormatException("--state is missing."),
            socket ?? (fence is null ? throw new FormatException("--socket is missing.") : null),
            fence
        );
    }
}
