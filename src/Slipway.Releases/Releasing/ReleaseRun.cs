namespace Slipway.Releases;

/// <summary>
/// Runs steps one after the other. It keeps no record of its own: each step asks the world first, so that a run that was
/// killed or refused anywhere is finished by the next one.
/// </summary>
sealed class ReleaseRun(IReleaseObserver observer, CancellationToken cancellationToken)
{
    /// <summary>Answers whether anything was changed.</summary>
    /// <exception cref="ReleaseException">A step cannot be done; what is done stays.</exception>
    public async Task<bool> RunAsync(IReadOnlyList<IReleaseStep> steps)
    {
        var changed = false;
        foreach (var step in steps)
        {
            observer.Began(step.Title);
            try
            {
                changed |= await RunAsync(step) && step.IsChange;
            }
            catch (Exception failure) when (failure is ReleaseException or HostException)
            {
                observer.Failed(step.Title, failure.Message);
                throw new ReleaseException(
                    $"{step.Title}: {failure.Message} What is done stays as it is; Release again goes on from here.",
                    failure
                );
            }
        }

        return changed;
    }

    async Task<bool> RunAsync(IReleaseStep step)
    {
        if (await AskAsync(step) is { } detail)
        {
            observer.Ended(step.Title, wasSo: true, detail);
            return false;
        }

        try
        {
            await step.DoAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is ReleaseException or HostException)
        {
            // The answer of what took effect may be lost: the world has the last word.
            if (await AskAgainAsync(step) is not { } found)
                throw;
            observer.Ended(step.Title, wasSo: false, found);
            return true;
        }

        observer.Ended(
            step.Title,
            wasSo: false,
            await AskAsync(step)
                ?? throw new ReleaseException("It was done without an error, and the world does not show it.")
        );
        return true;
    }

    /// <summary>What there is; null: it is to be done.</summary>
    async Task<string?> AskAsync(IReleaseStep step) =>
        await step.AskAsync(cancellationToken) switch
        {
            StepAnswer.Done done => done.Detail,
            StepAnswer.Wrong wrong => throw new ReleaseException(wrong.Refusal.ToString()),
            _ => null,
        };

    /// <summary>After a failure that is told, a question that fails too tells nothing new.</summary>
    async Task<string?> AskAgainAsync(IReleaseStep step)
    {
        try
        {
            return await AskAsync(step);
        }
        catch (Exception failure) when (failure is ReleaseException or HostException)
        {
            return null;
        }
    }
}
