using Slipway.Gateway;
using Slipway.Gateway.Sockets;

SocketThreads.Configure();

return await GatewayProgram.RunAsync(args, Console.Out, Console.Error);
