// A deployer as a process of its own, so that a test can kill it: <state> <store> <port> <version> <commit> <digest>.
using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local;
using Slipway.Platforms.Local.Supervision;

if (args is not [var statePath, var storePath, var port, var version, var commit, var digest])
    return 2;

var state = new StateDirectory(statePath);
var environment = new EnvironmentSpec
{
    Name = "staging",
    Port = int.Parse(port, CultureInfo.InvariantCulture),
    Service = new ServiceContract
    {
        DataSettings = new Dictionary<string, string>(StringComparer.Ordinal) { ["BACKEND_DATA"] = "{data}" },
    },
    SmokeChecks = [SmokeCheck.Get("/version")],
    DrainTimeout = TimeSpan.FromSeconds(5),
};
var wanted = new Revision(digest, version, commit, Dirty: false, environment.ConfigurationDigest);
using var platform = new LocalPlatform(environment, state, new OciStore(storePath), HostFiles.BesideBuild(statePath));
var outcome = await new Deployer(environment, state.Environment(environment.Name), platform).DeployAsync(wanted);
Console.WriteLine(outcome);
return outcome.IsGood ? 0 : 1;
