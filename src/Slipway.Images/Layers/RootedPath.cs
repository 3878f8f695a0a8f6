namespace Slipway.Images;

/// <summary>
/// Resolves names of a layer below a directory as a container would see them: links are followed, an absolute one from
/// that directory, and nothing leads out of it.
/// </summary>
static class RootedPath
{
    /// <summary>As many as Linux follows (path_resolution(7)).</summary>
    const int MostLinks = 40;

    /// <summary>The name's parts, without <c>.</c> and leading slashes.</summary>
    /// <exception cref="ImageException">The name is empty or leads upward.</exception>
    public static string[] Split(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ".").ToArray();
        if (parts.Any(part => part is ".." || part.AsSpan().IndexOfAny('\0', '\\') >= 0))
            throw new ImageException($"A layer names '{name}', which leads out of the image: it is not unpacked.");
        return parts;
    }

    /// <summary>Where a name's parts lie; the last one is not followed when it is a link.</summary>
    /// <exception cref="ImageException">A link on the way leads out of <paramref name="root"/>, or in circles.</exception>
    public static string Resolve(string root, IReadOnlyList<string> parts) =>
        parts.Count == 0 ? root : Path.Combine(Follow(root, root, parts.Take(parts.Count - 1)), parts[^1]);

    /// <summary>Whether following the link at <paramref name="path"/> stays below <paramref name="root"/>.</summary>
    public static bool StaysInside(string root, string path, string target)
    {
        try
        {
            Follow(root, Path.GetDirectoryName(path)!, target.Split('/'));
            return !target.StartsWith('/');
        }
        catch (ImageException)
        {
            return false;
        }
    }

    static string Follow(string root, string from, IEnumerable<string> parts)
    {
        var links = 0;
        var current = from;
        var ahead = new Stack<string>(parts.Reverse());
        while (ahead.TryPop(out var part))
        {
            if (part is "" or ".")
                continue;
            if (part is "..")
            {
                if (string.Equals(current, root, StringComparison.Ordinal))
                    throw new ImageException(
                        $"A link in a layer leads out of the image below {root}: it is not unpacked."
                    );
                current = Path.GetDirectoryName(current)!;
                continue;
            }

            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
                throw new ImageException($"Links in a layer lead in circles at {next}: it is not unpacked.");
            if (target.StartsWith('/'))
                current = root;
            foreach (var step in target.Split('/').Reverse())
                ahead.Push(step);
        }

        return current;
    }
}
