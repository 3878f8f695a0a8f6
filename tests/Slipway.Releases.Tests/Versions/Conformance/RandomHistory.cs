using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

/// <summary>Histories as teams make them, thrown together: branches, merges, tags, messages that ask for increments.</summary>
static class RandomHistory
{
    static readonly string[] Names =
    [
        "main",
        "develop",
        "feature/one",
        "feature/two",
        "release/1.4.0",
        "hotfix/1.0.5",
        "support/1.x",
        "pull/7/merge",
        "odd",
    ];

    static readonly string[] Messages =
    [
        "",
        "",
        "",
        "fix: a thing",
        "feat: new +semver: minor",
        "+semver: major",
        "+semver: patch",
        "+semver: none",
        "Merge branch 'release/1.3.0'",
        "Merge pull request #3 from somebody/feature/one",
    ];

    public static Gen<string> Scripts(IReadOnlyList<string> names) =>
        from steps in Gen.Choose(2, 22)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Script(new Random(seed), steps, [.. Names.Where(names.Contains)]);

    static string Script(Random random, int steps, string[] names)
    {
        var script = new StringBuilder("commit\n");
        var tips = new Dictionary<string, int>(StringComparer.Ordinal) { ["main"] = 1 };
        var ancestors = new List<HashSet<int>>
        {
            new(),
            new() { 1 },
        };
        var branch = "main";
        var here = 1;
        var (major, minor, patch) = (1, 0, 0);
        var tagged = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < steps; step++)
        {
            switch (random.Next(10))
            {
                case < 4:
                    Commit($"commit {Messages[random.Next(Messages.Length)]}", []);
                    break;
                case < 6:
                    branch = names[random.Next(names.Length)];
                    tips.TryAdd(branch, here);
                    here = tips[branch];
                    script.Append($"on {branch}\n");
                    break;
                case < 8:
                    var other = tips.Keys.ElementAt(random.Next(tips.Count));
                    if (!ancestors[here].Contains(tips[other]))
                        Commit($"merge {other}", ancestors[tips[other]]);
                    break;
                default:
                    switch (random.Next(4))
                    {
                        case 0:
                            (minor, patch) = (minor + 1, 0);
                            break;
                        case 1 when random.Next(4) == 0:
                            (major, minor, patch) = (major + 1, 0, 0);
                            break;
                        default:
                            patch++;
                            break;
                    }
                    var label = random.Next(6) switch
                    {
                        0 => "-beta.1",
                        1 => "-alpha.2",
                        2 => "-3",
                        _ => "",
                    };
                    if (tagged.Add($"v{major}.{minor}.{patch}{label}"))
                        script.Append($"tag v{major}.{minor}.{patch}{label}\n");
                    break;
            }
        }
        return script.ToString();

        void Commit(string line, HashSet<int> merged)
        {
            script.Append(line.TrimEnd()).Append('\n');
            ancestors.Add([.. ancestors[here], .. merged, ancestors.Count]);
            tips[branch] = here = ancestors.Count - 1;
        }
    }
}
