namespace Slipway.Images;

/// <summary>Makes one clear error of what a disk or the file system refuses.</summary>
static class FileErrors
{
    public static T Explain<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImageException(
                $"{what}: {exception.Message.TrimEnd('.')}. Check the disk's free space and permissions, then run this again.",
                exception
            );
        }
    }
}
