namespace Slipway.Releases;

/// <summary>What is known of a commit in one respect.</summary>
public enum CheckAnswer
{
    Passed,

    /// <summary>It was run and could not look, or there was nothing to look at: that is not passed.</summary>
    NotChecked,

    Failed,

    /// <summary>Nobody has run it on this commit.</summary>
    NotRun,

    /// <summary>A hotfix does without it.</summary>
    LeftOut,
}

/// <summary>One line of the check list.</summary>
/// <param name="Detail">What was found, in a few words.</param>
/// <param name="Source">Where the answer comes from.</param>
public sealed record ReleaseCheck(string Name, CheckAnswer Answer, string Detail, string Source)
{
    /// <summary>A release does not go out with it.</summary>
    public bool Blocks => Answer is CheckAnswer.Failed or CheckAnswer.NotRun;
}
