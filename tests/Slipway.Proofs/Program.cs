using Slipway.Proofs.Kills;

return await DeployerProcess.MainAsync();
