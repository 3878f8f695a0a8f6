using Slipway.Workflows.Model;

namespace Slipway.Workflows.Pins;

/// <summary>What an update of the lock file would change: a pure function of the file and of the repositories' tags.</summary>
/// <param name="Pins">As they are afterwards.</param>
/// <param name="Changes">What is other than before.</param>
/// <param name="NewMajors">Newer majors, which a person takes by changing the version in the lock file.</param>
public sealed record ActionUpdate(ActionPins Pins, IReadOnlyList<PinChange> Changes, IReadOnlyList<NewMajor> NewMajors)
{
    /// <summary>Each action's newest release of the major that it is pinned to.</summary>
    /// <param name="tags">The tags of an action's repository, by <see cref="RepositoryOf"/>.</param>
    /// <exception cref="WorkflowException">
    /// A version has no release, or its tag stands for another commit than before: somebody has moved it.
    /// </exception>
    public static ActionUpdate Of(ActionPins pins, IReadOnlyDictionary<string, RemoteTags> tags)
    {
        var updated = pins
            .Actions.Select(entry =>
                entry with
                {
                    Value = Newest(entry.Key, entry.Value, tags[RepositoryOf(entry.Key)]),
                }
            )
            .ToList();
        return new ActionUpdate(
            new ActionPins(ValueMap.From(updated)),
            [
                .. updated
                    .Zip(pins.Actions, (after, before) => new PinChange(after.Key, before.Value, after.Value))
                    .Where(change => change.Before != change.After),
            ],
            [
                .. pins
                    .Actions.Select(entry => NewerMajor(entry.Key, entry.Value, tags[RepositoryOf(entry.Key)]))
                    .OfType<NewMajor>(),
            ]
        );
    }

    /// <summary><c>actions/cache/restore</c> is a directory of <c>actions/cache</c>.</summary>
    public static string RepositoryOf(string action) => string.Join('/', action.Split('/').Take(2));

    static ActionPin Newest(string action, ActionPin pin, RemoteTags tags)
    {
        if (
            pin.Commit is not null
            && tags.CommitOf(pin.Version) is { } now
            && !now.Equals(pin.Commit, StringComparison.Ordinal)
        )
            throw new WorkflowException(
                $"{action} {pin.Version} is {now} now and was {pin.Commit}: somebody has moved the tag. "
                    + "Find out who and why before you pin it anew; until then the old commit stays."
            );
        var newest =
            tags.Releases().FirstOrDefault(tag => tag.IsOfMajor(pin.Version))
            ?? throw new WorkflowException(
                $"{RepositoryOf(action)} has no release for the version '{pin.Version}' of {action}; "
                    + (tags.Releases().FirstOrDefault() is { } last ? $"its last one is {last.Name}." : "it has none.")
            );
        return new ActionPin(newest.Name, tags.CommitOf(newest.Name));
    }

    static NewMajor? NewerMajor(string action, ActionPin pin, RemoteTags tags) =>
        tags.Releases().FirstOrDefault() is { } last && last.Version.Major > ReleaseTag.MajorOf(pin.Version)
            ? new NewMajor(action, pin.Version, last.Name)
            : null;
}

public sealed record PinChange(string Action, ActionPin Before, ActionPin After)
{
    public override string ToString() =>
        Before.Version.Equals(After.Version, StringComparison.Ordinal)
            ? $"{Action}: {After.Version} is {After.Commit}"
            : $"{Action}: {Before.Version} → {After.Version} ({After.Commit})";
}

/// <param name="Pinned">The version that is used.</param>
/// <param name="Newest">The release of a newer major.</param>
public sealed record NewMajor(string Action, string Pinned, string Newest)
{
    public override string ToString() =>
        $"{Action}: {Newest} is there; {Pinned} is used. To take it, write \"version\": \"{Newest}\" without a commit";
}
