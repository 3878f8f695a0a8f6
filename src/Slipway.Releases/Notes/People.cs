namespace Slipway.Releases;

/// <summary>Who wrote commits. One person has one name or one address; the <c>.mailmap</c> has spoken before.</summary>
static class People
{
    /// <summary>The author, and those that <c>Co-authored-by</c> names.</summary>
    public static IEnumerable<Person> Of(Commit commit)
    {
        yield return new Person(commit.AuthorName, commit.AuthorEmail);
        // Reading the footers of each commit of a long history would cost more than reading the history.
        if (!commit.Message.Contains("\nCo-authored-by:", StringComparison.OrdinalIgnoreCase))
            yield break;
        foreach (
            var footer in ConventionalCommit.Parse(commit.Message).Footers.Where(footer => footer.Is("Co-authored-by"))
        )
            yield return Person.Parse(footer.Value);
    }

    /// <summary>Everybody once, who did most first.</summary>
    public static IEnumerable<Person> In(IEnumerable<Commit> commits)
    {
        var known = new Dictionary<string, Counted>(StringComparer.OrdinalIgnoreCase);
        var all = new List<Counted>();
        foreach (var person in commits.SelectMany(Of).Where(person => person is { Name: not "", IsProgram: false }))
        {
            var counted = person
                .Keys.Select(key => known.GetValueOrDefault(key))
                .FirstOrDefault(found => found is not null);
            if (counted is null)
                all.Add(counted = new Counted(person));
            counted.Count++;
            foreach (var key in person.Keys)
            {
                known.TryAdd(key, counted);
                counted.Keys.Add(key);
            }
        }

        return all.OrderByDescending(one => one.Count)
            .ThenBy(one => one.Person.Name, StringComparer.Ordinal)
            .Select(one => one.Person with { Keys = one.Keys });
    }

    sealed class Counted(Person person)
    {
        public Person Person { get; } = person;

        public int Count { get; set; }

        public HashSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}

/// <param name="Name">Empty: nobody is named.</param>
sealed record Person(string Name, string Email)
{
    /// <summary>What tells that it is the same person.</summary>
    public IReadOnlyCollection<string> Keys { get; init; } =
    [.. new[] { Name, Email }.Where(key => key.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool IsProgram => Name.EndsWith("[bot]", StringComparison.Ordinal);

    /// <param name="text"><c>Ada Lovelace &lt;ada@example.org&gt;</c></param>
    public static Person Parse(string text)
    {
        var line = text.Split('\n')[0];
        var open = line.LastIndexOf('<');
        return open < 0
            ? new Person(line.Trim(), "")
            : new Person(line[..open].Trim(), line[(open + 1)..].Trim().TrimEnd('>'));
    }
}
