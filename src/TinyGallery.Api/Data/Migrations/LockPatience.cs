namespace TinyGallery.Api.Data.Migrations;

/// <summary>
/// How long a migration waits for a lock. While it waits, every request behind it waits too: so it gives up soon, lets
/// them pass, and tries again.
/// </summary>
/// <param name="Timeout">How long one statement waits.</param>
/// <param name="Attempts">How often a migration is tried, the first time included.</param>
/// <param name="FirstPause">Between the first two attempts; each later pause is twice as long.</param>
sealed record LockPatience(TimeSpan Timeout, int Attempts, TimeSpan FirstPause)
{
    public static LockPatience Default { get; } =
        new(TimeSpan.FromSeconds(5), Attempts: 5, FirstPause: TimeSpan.FromSeconds(1));

    /// <param name="attempt">The one that has just failed, from 1.</param>
    public TimeSpan PauseAfter(int attempt) => FirstPause * Math.Pow(2, attempt - 1);
}
