using System.Globalization;
using Slipway.Protocol.Files;

namespace Slipway.Gateway;

/// <summary>The command line of the gateway.</summary>
/// <param name="Listen">The public address: http on one address and port, such as <c>http://127.0.0.1:8081</c>.</param>
/// <param name="StateFile">Where the routing table is kept over restarts (mode 0600: it holds the preview key).</param>
/// <param name="AdminSocket">The Unix socket of the admin side, in a directory closed to others.</param>
/// <param name="AccessLog">One line a request, rotated; null: none.</param>
/// <param name="MaxBodyBytes">The largest request body accepted; a larger one is answered with 413. Default 30 MiB.</param>
sealed record GatewayOptions(Uri Listen, string StateFile, string AdminSocket, string? AccessLog, long MaxBodyBytes)
{
    public const long DefaultMaxBodyBytes = 30 * 1024 * 1024;

    public const string Usage =
        "Usage: Slipway.Gateway --listen http://127.0.0.1:PORT --state FILE --admin SOCKET "
        + "[--access-log FILE] [--max-body-bytes N]";

    /// <summary>Throws <see cref="FormatException"/> with one sentence when the command line is not right.</summary>
    public static GatewayOptions Parse(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var name = arguments[index];
            if (name is not ("--listen" or "--state" or "--admin" or "--access-log" or "--max-body-bytes"))
                throw new FormatException($"'{name}' is not an option.");
            if (index + 1 == arguments.Count)
                throw new FormatException($"{name} needs a value.");
            if (!given.TryAdd(name, arguments[index + 1]))
                throw new FormatException($"{name} is given twice.");
        }

        return new GatewayOptions(
            ParseAddress(Required("--listen")),
            Path.GetFullPath(Required("--state")),
            SocketPath.Parse(Required("--admin")),
            given.TryGetValue("--access-log", out var log) ? Path.GetFullPath(log) : null,
            given.TryGetValue("--max-body-bytes", out var bytes) ? ParseBytes(bytes) : DefaultMaxBodyBytes
        );

        string Required(string name) =>
            given.TryGetValue(name, out var value) ? value : throw new FormatException($"{name} is missing.");
    }

    static Uri ParseAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http", PathAndQuery: "/" }
        && (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.IsLoopback)
            ? address
            : throw new FormatException($"--listen '{text}' is not an address like http://127.0.0.1:8081.");

    static long ParseBytes(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new FormatException($"--max-body-bytes '{text}' is not a number of bytes.");
}
