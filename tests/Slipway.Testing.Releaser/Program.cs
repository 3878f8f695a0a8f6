// A release as a process of its own, so that a test can kill it: <root> <base commit> <git> <api> <web> <owner> <name> <files>
// <whom to tell>.
// The token is in GITHUB_TOKEN.
using Slipway.Releases;
using Slipway.Testing.Releaser;

if (args is not [var root, var commit, var git, var api, var web, var owner, var name, var files, var told])
    return 2;

var host = SampleRelease.Host(new Uri(api), new Uri(web), owner, name, GitHubToken.Find());
var result = await SampleRelease.RunAsync(root, commit, host, files, told, git);
Console.WriteLine(result);
return 0;
