using System.Globalization;

namespace Slipway.Releases;

/// <summary>All tags from one <c>for-each-ref</c>. Tags of trees and blobs are passed over.</summary>
sealed class TagReader(Git git)
{
    const char Separator = '\t'; // which no reference's name can have

    const string Format =
        "%(refname:lstrip=2)%09%(objecttype)%09%(objectname)%09%(*objecttype)%09%(*objectname)%09%(taggerdate:unix)";

    public async Task<IReadOnlyList<Tag>> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = await git.RunAsync(cancellationToken, "for-each-ref", $"--format={Format}", "refs/tags");
        var tags = new List<Tag>(lines.Count);
        foreach (var line in lines)
        {
            if (line.Split(Separator) is not [var name, var type, var id, var target, var targetId, var time])
                continue;
            var commit = (type, target) switch
            {
                ("commit", _) => id,
                ("tag", "commit") => targetId,
                ("tag", "tag") => await PeelAsync(targetId, cancellationToken),
                _ => null,
            };
            if (commit is not null)
                tags.Add(new Tag(name, id, commit, Time(time), type is "tag"));
        }

        return tags;
    }

    /// <summary>A tag of a tag, which git follows one step only until its version 2.45.</summary>
    async Task<string?> PeelAsync(string id, CancellationToken cancellationToken)
    {
        var types = await git.RunAsync(cancellationToken, "cat-file", "-t", $"{id}^{{}}");
        if (types is not ["commit"])
            return null;
        return (await git.RunAsync(cancellationToken, "rev-parse", "--verify", $"{id}^{{}}"))[0];
    }

    static DateTimeOffset? Time(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
        && value <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : null;
}
