namespace Slipway.Releases;

/// <summary>
/// Asks again when that can help: after what passes (5xx, a lost connection, no answer in time) with doubling waits, after
/// a limit when it ends soon. A request that makes something is sent again only when asking shows that the first one did
/// not take effect.
/// </summary>
sealed class GitHubCalls(HostedRepository repository, GitHubToken token, GitHubPatience patience, TimeProvider time)
{
    /// <summary>For what may be sent twice: reading, deleting, setting.</summary>
    /// <param name="what">For a person, for example "list the releases".</param>
    /// <exception cref="HostException">It was refused, or did not succeed in all attempts.</exception>
    public Task<T> RepeatAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class => AttemptAsync(what, call, cancellationToken);

    /// <summary>For what must be made once.</summary>
    /// <param name="find">Answers what is there; null: nothing. It is asked before each attempt.</param>
    /// <exception cref="HostException">It was refused, or did not succeed in all attempts.</exception>
    public async Task<T> MakeOnceAsync<T>(
        string what,
        Func<Task<T?>> find,
        Func<Task<T>> make,
        CancellationToken cancellationToken
    )
        where T : class
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                return await AttemptAsync(what, async () => await find() ?? await make(), cancellationToken);
            }
            catch (HostException taken) when (taken.Kind == HostFailure.Conflict && conflicts + 1 < patience.Attempts)
            {
                // It is there, though it was not listed: lists lag behind.
                await Task.Delay(Wait(conflicts), time, cancellationToken);
            }
        }
    }

    async Task<T> AttemptAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await GitHubTransport.RunAsync(call, cancellationToken)
                    ?? throw new AnswerException("its answer is no JSON");
            }
            catch (Exception failure)
                when (!cancellationToken.IsCancellationRequested
                    && GitHubRefusal.Of(failure, time.GetUtcNow()) is { } refusal
                )
            {
                var wait = refusal.RetryAt is { } end ? Later(end - time.GetUtcNow()) : Wait(attempt);
                if (!refusal.MayPass || wait > patience.LongestWait || attempt + 1 >= patience.Attempts)
                    throw Failure(what, refusal, attempt + 1, failure);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    TimeSpan Wait(int attempt) => patience.FirstWait * (1 << Math.Min(attempt, 10));

    /// <summary>A second more: GitHub's clock and this one differ.</summary>
    static TimeSpan Later(TimeSpan left) => (left > TimeSpan.Zero ? left : TimeSpan.Zero) + TimeSpan.FromSeconds(1);

    HostException Failure(string what, GitHubRefusal refusal, int attempts, Exception inner)
    {
        var tries = attempts > 1 ? $" ({attempts} attempts)" : "";
        var why = token.Mask($"{repository}: could not {what}{tries}: {refusal.Why}.");
        var quotesToken = inner.ToString().Contains(token.Value, StringComparison.Ordinal);
        return new HostException(refusal.Kind, $"{why} {Advice(refusal)}", quotesToken ? null : inner)
        {
            Why = why,
            RetryAt = refusal.RetryAt,
        };
    }

    string Advice(GitHubRefusal refusal) =>
        refusal.Kind switch
        {
            HostFailure.Unauthorized => $"Set GITHUB_TOKEN to a token that {repository.Web.Host} accepts.",
            HostFailure.Forbidden =>
                "The token needs the right to write contents and deployments of this repository; to comment, pull requests.",
            HostFailure.NotFound => "Check the repository's name, and that the token may see it and write there.",
            HostFailure.RateLimited =>
                $"Run the same command again after {refusal.RetryAt:yyyy-MM-dd HH:mm:ss} UTC: it goes on.",
            HostFailure.Unavailable => "Run the same command again later: it goes on.",
            HostFailure.Conflict => "Look at what is there, and remove it or name another.",
            HostFailure.Invalid => "What was sent is not acceptable there: see the message.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, message: null),
        };
}
