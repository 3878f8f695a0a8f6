// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

/// <summary>Actions whose failure is expected: ignored, or tried again.</summary>
[DebuggerStepThrough]
public static class ControlFlow
{
    /// <summary>Runs the action; an exception becomes a warning, or nothing at all.</summary>
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors<object>(
            () =>
            {
                action();
                return null;
            },
            includeStackTrace: includeStackTrace,
            logWarning: logWarning
        );

    /// <summary>Returns the action's result, or the default value when it throws.</summary>
    public static T SuppressErrors<T>(
        Func<T> action,
        T defaultValue = default,
        bool includeStackTrace = false,
        bool logWarning = true
    )
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning(exception.Unwrap(), "Exception was suppressed");
            return defaultValue;
        }
    }

    /// <summary>Returns the action's result, or an empty sequence when it throws.</summary>
    public static IEnumerable<T> SuppressErrors<T>(Func<IEnumerable<T>> action, bool includeStackTrace = false) =>
        SuppressErrors<IEnumerable<T>>(action, includeStackTrace: includeStackTrace) ?? [];

    /// <summary>
    /// Runs the action until it succeeds, <paramref name="retryAttempts"/> times at most, with <paramref name="delay"/>
    /// between the attempts and <paramref name="cleanup"/> after each.
    /// </summary>
    /// <exception cref="Exception">Every attempt has failed.</exception>
    public static void ExecuteWithRetry(
        Action action,
        Action cleanup = null,
        int retryAttempts = 3,
        TimeSpan? delay = null,
        Action<string> logAction = null
    )
    {
        Assert.True(retryAttempts > 0);
        logAction ??= Log.Warning;

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (attempt < retryAttempts)
            {
                logAction($"Attempt #{attempt} failed with: {exception.Message}");
            }
            catch (Exception exception)
            {
                Assert.Fail(
                    $"Execution failed permanently after {retryAttempts} attempts.\n"
                        + $"Last attempt failed with: {exception.Message}"
                );
            }
            finally
            {
                cleanup?.Invoke();
            }

            if (delay is { } wait)
            {
                logAction($"Waiting {wait} before next attempt...");
                Task.Delay(wait).Wait();
            }
        }
    }
}
