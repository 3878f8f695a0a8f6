using Slipway.Supervisor;

return await SupervisorProgram.RunAsync(args, Console.Out, Console.Error);
