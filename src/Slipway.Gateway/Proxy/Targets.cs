namespace Slipway.Gateway.Proxy;

/// <summary>
/// The addresses that requests to one instance have, as they stood in the request line: decoded and encoded again,
/// <c>%252F</c> would become <c>%2F</c>. The latest are kept: many requests ask for what others asked for before, and to
/// parse an address is one of the larger parts of forwarding. Any number of threads may ask at once.
/// </summary>
/// <param name="prefix">The instance's address; ends with a '/'.</param>
sealed class Targets(string prefix)
{
    const int Places = 256;

    // Longer ones are mostly searches, asked once; together they must not hold more than some 100 KiB.
    const int LongestKept = 128;

    static readonly UriCreationOptions Raw = new() { DangerousDisablePathAndQueryCanonicalization = true };

    readonly Uri?[] _kept = new Uri?[Places];

    /// <summary>
    /// Null for a target that is no path ("*", or a whole address), or has what would not go into a request line again as
    /// it is.
    /// </summary>
    public Uri? Address(string target)
    {
        if (target.Length > LongestKept)
            return Make(target);
        ref var place = ref _kept[(uint)target.GetHashCode(StringComparison.Ordinal) % Places];
        var kept = Volatile.Read(ref place);
        if (kept is not null && kept.OriginalString.AsSpan(prefix.Length - 1).SequenceEqual(target))
            return kept;
        var made = Make(target);
        Volatile.Write(ref place, made);
        return made;
    }

    Uri? Make(string target)
    {
        if (!target.StartsWith('/') || target.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return null;
        return Uri.TryCreate(string.Concat(prefix.AsSpan(..^1), target), Raw, out var address) ? address : null;
    }
}
