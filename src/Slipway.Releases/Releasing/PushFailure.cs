namespace Slipway.Releases;

/// <summary>A push that the remote refused, told from what git says in English.</summary>
static class PushFailure
{
    /// <returns>Null: it failed for another reason than a refusal.</returns>
    public static ReleaseException? Of(string remote, string branch, string tag, string said)
    {
        if (!said.Contains("rejected]", StringComparison.Ordinal))
            return null;
        if (Says(said, "non-fast-forward") || Says(said, "fetch first"))
            return new ReleaseException(
                $"{remote} refused the push, so neither commit nor tag is there: {branch} has moved on since this release "
                    + "began. Run Release again: it says how to take the commit back and go on from the new one."
            );
        if (Says(said, "already exists"))
            return new ReleaseException(
                $"{remote} refused the push: it has a tag {tag} already. Run Release again: it says on which commit."
            );
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("To ", StringComparison.Ordinal));
        return new ReleaseException(
            $"{remote} refused the push, so neither commit nor tag is there: {string.Join("; ", lines)}. When that is put "
                + "right, run Release again: it goes on from here."
        );
    }

    static bool Says(string said, string words) => said.Contains(words, StringComparison.Ordinal);
}
