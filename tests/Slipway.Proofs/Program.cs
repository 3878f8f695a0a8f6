using Slipway.Proofs.Kills;

return await DeployerMain.RunAsync();
