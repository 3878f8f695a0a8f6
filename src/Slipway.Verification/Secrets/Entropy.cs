namespace Slipway.Verification.Secrets;

/// <summary>How random a text looks.</summary>
static class Entropy
{
    /// <summary>Shannon's entropy of the text's own characters, in bits per character: 0 for <c>aaaa</c>, 2 for <c>abcd</c>.</summary>
    public static double BitsPerCharacter(string text) =>
        text.CountBy(character => character)
            .Select(counted => (double)counted.Value / text.Length)
            .Sum(share => -share * Math.Log2(share));
}
