using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Delivery.Environments;

/// <summary>
/// Names of environments are directories, host labels and command line arguments at once: lower-case letters, digits
/// and single hyphens, at most 40 characters, beginning with a letter.
/// </summary>
public static partial class EnvironmentName
{
    public const int MaximumLength = 40;

    const string ReviewPrefix = "review-";

    public static bool IsValid(string name) => name.Length <= MaximumLength && Pattern().IsMatch(name);

    /// <summary>Answers <paramref name="name"/> or throws one clear <see cref="DeliveryException"/>.</summary>
    public static string Require(string name) =>
        IsValid(name)
            ? name
            : throw new DeliveryException(
                $"'{name}' is no name for an environment: use lower-case letters, digits and single hyphens, "
                    + $"beginning with a letter, at most {MaximumLength} characters."
            );

    /// <summary>The name of a review environment: one of a branch, which comes and goes.</summary>
    public static bool IsReview(string name) => name.StartsWith(ReviewPrefix, StringComparison.Ordinal);

    /// <summary>
    /// The review environment of a branch: <c>review-</c> and the branch in an environment's letters. A branch that
    /// does not survive this unchanged gets six digits of its SHA-256 behind, so that two branches never share one.
    /// </summary>
    public static string ForBranch(string branch)
    {
        var slug = NotAllowed().Replace(branch.ToLowerInvariant(), "-").Trim('-');
        var name = ReviewPrefix + slug;
        if (string.Equals(slug, branch, StringComparison.Ordinal) && IsValid(name))
            return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(branch)))[..6];
        var kept = name[..Math.Min(name.Length, MaximumLength - hash.Length - 1)].Trim('-');
        return $"{kept}-{hash}";
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAllowed();
}
