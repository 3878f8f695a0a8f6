namespace TinyGallery.Api.Verbs;

/// <summary>A verb that could not do its work, for a reason that one line explains: no stack trace, exit code 1.</summary>
sealed class ExpectedFailureException : Exception
{
    public ExpectedFailureException(string message)
        : base(message) { }

    public ExpectedFailureException(string message, Exception inner)
        : base(message, inner) { }
}
