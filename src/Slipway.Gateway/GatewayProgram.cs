using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Slipway.Gateway.State;
using Slipway.Protocol.Files;

namespace Slipway.Gateway;

/// <summary>The program: runs until SIGTERM, and turns what can be expected to fail into one line and an exit code.</summary>
static class GatewayProgram
{
    /// <summary>Something failed that is none of the below.</summary>
    public const int Failed = 1;

    /// <summary>The command line is not right.</summary>
    public const int Misused = 2;

    /// <summary>Another program listens on the public port.</summary>
    public const int PortTaken = 3;

    /// <summary>Another gateway uses the same state file.</summary>
    public const int AlreadyRunning = 4;

    /// <summary>The state file cannot be read.</summary>
    public const int BadState = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        GatewayOptions? options = null;
        try
        {
            options = GatewayOptions.Parse(arguments);
            await using var gateway = await GatewayHost.StartAsync(options, TimeProvider.System);
            await output.WriteLineAsync($"Listening on {gateway.Address}.");
            await gateway.WaitForShutdownAsync();
            await output.WriteLineAsync("Stopped.");
            return 0;
        }
        catch (FormatException misuse)
        {
            await error.WriteLineAsync($"{misuse.Message}\n{GatewayOptions.Usage}");
            return Misused;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync(
                $"Port {options!.Listen.Port} of {options.Listen.Host} is taken by another program: stop it, "
                    + "or move all ports with --port-base."
            );
            return PortTaken;
        }
        catch (FileLockedException locked)
        {
            await error.WriteLineAsync(locked.Message);
            return AlreadyRunning;
        }
        catch (InvalidStateException invalid)
        {
            await error.WriteLineAsync(invalid.Message);
            return BadState;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException)
        {
            await error.WriteLineAsync($"The gateway cannot start: {failure.Message}");
            return Failed;
        }
    }
}
