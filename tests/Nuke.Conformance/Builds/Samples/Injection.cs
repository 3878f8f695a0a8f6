using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;

class Injection : Sample
{
    public static int Run() => Execute<Injection>(x => x.ShowSolution);

    [Solution]
    readonly Solution Solution;

    [GitRepository]
    readonly GitRepository Repository;

    [PathVariable("git")]
    readonly Tool Git;

    [PathVariable("surely-no-such-tool")]
    readonly Tool Missing;

    Target ShowSolution =>
        _ =>
            _.Executes(() =>
            {
                Tell("Name", Solution?.Name);
                Tell("File", Solution?.Path.Name);
                if (Solution is null)
                    return;
                foreach (var project in Solution.AllProjects.OrderBy(x => x.Name, StringComparer.Ordinal))
                    Say($"project {project.Name} at {RootDirectory.GetRelativePathTo(project.Path)}");
                Tell("Found", Solution.GetProject("Api")?.Name);
                Tell("Nested", Solution.GetProject("Core")?.Name);
            });

    Target ShowRepository =>
        _ =>
            _.Executes(() =>
            {
                Tell(nameof(Repository.Branch), Repository.Branch);
                Tell(nameof(Repository.Commit), Repository.Commit);
                Tell(nameof(Repository.Head), Repository.Head);
                Tell(nameof(Repository.Tags), Repository.Tags);
                Tell(nameof(Repository.Protocol), Repository.Protocol);
                Tell(nameof(Repository.Endpoint), Repository.Endpoint);
                Tell(nameof(Repository.Identifier), Repository.Identifier);
                Tell(nameof(Repository.LocalDirectory), Repository.LocalDirectory?.ToString());
                Tell(nameof(Repository.HttpsUrl), Repository.HttpsUrl);
                Tell(nameof(Repository.SshUrl), Repository.SshUrl);
                Tell("IsOnMainBranch", Repository.IsOnMainBranch());
            });

    Target ShowTools =>
        _ =>
            _.Executes(() =>
            {
                Tell(nameof(Git), Git("--version").First().Text.Split(' ')[1]);
                Tell(nameof(Missing), Missing);
            });
}
