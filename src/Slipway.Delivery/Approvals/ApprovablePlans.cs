using Slipway.Delivery.Plans;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Approvals;

/// <summary>
/// What a person can approve: the plans that wait in the environments, and those that were previewed, which are files
/// beside them (so a preview changes nothing of an environment).
/// </summary>
public static class ApprovablePlans
{
    const int ShortestPrefix = 6;

    /// <summary>Finds the plan whose digest begins with <paramref name="prefix"/> (at least six digits).</summary>
    /// <param name="previews">The directory of the previewed plans; null: there is none.</param>
    /// <exception cref="DeliveryException">None or several begin so, or it is no digest; the message lists what there is.</exception>
    public static PendingPlan Find(StateDirectory state, string prefix, string? previews = null)
    {
        var digits = prefix.StartsWith("sha256:", StringComparison.Ordinal) ? prefix[7..] : prefix;
        if (digits.Length is < ShortestPrefix or > 64 || !digits.All(char.IsAsciiHexDigitLower))
        {
            throw new DeliveryException(
                $"'{prefix}' is no digest of a plan: give at least {ShortestPrefix} of its 64 lower-case hexadecimal digits."
            );
        }

        var all = Waiting(state).ToList();
        all.AddRange(Previewed(previews).Where(plan => !all.Exists(waiting => waiting.Is(plan.Digest))));
        var matching = all.FindAll(found => found.Digest.StartsWith(digits, StringComparison.Ordinal));
        return matching is [var only] ? only.Load(state) : throw NotOne(digits, matching.Count, all);
    }

    /// <summary>A plan was applied: as a preview it waits for nobody any more.</summary>
    /// <param name="previews"><inheritdoc cref="Find" path="/param[@name='previews']"/></param>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    public static void Forget(string previews, string digest)
    {
        foreach (var preview in Previewed(previews).Where(preview => preview.Is(digest)))
            File.Delete(preview.File!);
    }

    static IEnumerable<Found> Waiting(StateDirectory state) =>
        state
            .Existing()
            .SelectMany(environment =>
                new PendingPlans(environment)
                    .Waiting()
                    .Select(mark => new Found(mark.Plan, environment.Name, Mark: mark, File: null))
            );

    static IEnumerable<Found> Previewed(string? directory) =>
        Directory.Exists(directory)
            ? Directory
                .EnumerateFiles(directory, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => new Found(
                    CanonicalJson.Sha256(File.ReadAllBytes(file)),
                    $"{Path.GetFileNameWithoutExtension(file)}, previewed",
                    Mark: null,
                    file
                ))
            : [];

    static DeliveryException NotOne(string digits, int matches, List<Found> all)
    {
        var what =
            matches == 0 ? $"No plan that waits has the digest {digits}" : $"{matches} plans begin with {digits}";
        if (all.Count == 0)
            return new DeliveryException($"{what}: none waits. ./build.sh Deploy makes one.");
        var list = string.Join(", ", all.Select(found => $"{found.Digest} ({found.Place})"));
        return new DeliveryException($"{what}. Waiting: {list}. ./build.sh Deploy makes another one.");
    }

    sealed record Found(string Digest, string Place, PendingMark? Mark, string? File)
    {
        public bool Is(string digest) => string.Equals(Digest, digest, StringComparison.Ordinal);

        public PendingPlan Load(StateDirectory state)
        {
            if (File is null)
            {
                var environment = state.Environment(Place);
                return new PendingPlan(environment, new PendingPlans(environment).Load(Digest), Mark);
            }

            var plan = Plan.Load(File, Digest);
            return new PendingPlan(state.Environment(plan.Environment), plan, Mark);
        }
    }
}
