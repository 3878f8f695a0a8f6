using System.Globalization;
using System.Net;

namespace Slipway.Platforms.Local.Ports;

/// <summary>The sockets that listen on this machine, as Linux lists them; see proc_net(5).</summary>
static class ListeningSockets
{
    static readonly string[] s_tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    // Columns of a table.
    const int Local = 1;
    const int State = 3;
    const int Inode = 9;

    const string Listening = "0A";

    /// <summary>The inodes of those that are asked by who asks 127.0.0.1 at the port; null: the system does not tell.</summary>
    public static IReadOnlySet<string>? On(int port)
    {
        try
        {
            // A machine without IPv6 has no second table.
            return s_tables
                .Where((table, index) => index == 0 || File.Exists(table))
                .SelectMany(table => Of(File.ReadLines(table), port))
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="On"/>
    public static IEnumerable<string> Of(IEnumerable<string> table, int port) =>
        table
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > Inode && columns[State] is Listening && IsAt(columns[Local], port))
            .Select(columns => columns[Inode]);

    // An address is written as the machine's own 32-bit numbers, the port as a number.
    static bool IsAt(string local, int port)
    {
        var colon = local.IndexOf(':', StringComparison.Ordinal);
        if (int.Parse(local.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) != port)
            return false;
        var bytes = new byte[colon / 2];
        for (var at = 0; at < bytes.Length; at += sizeof(uint))
        {
            var number = uint.Parse(local.AsSpan(at * 2, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            BitConverter.TryWriteBytes(bytes.AsSpan(at), number);
        }

        var address = new IPAddress(bytes);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
    }
}
