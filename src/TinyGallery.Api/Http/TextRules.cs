namespace TinyGallery.Api.Http;

/// <summary>What a title or a description may be.</summary>
static class TextRules
{
    public const int MaxTitle = 200;
    public const int MaxText = 2000;

    public static string? CheckTitle(string title) =>
        string.IsNullOrWhiteSpace(title) ? "It must not be empty."
        : title.Length > MaxTitle ? $"It takes at most {MaxTitle} characters."
        : title.Any(char.IsControl) ? "It is one line, without control characters."
        : null;

    public static string? CheckText(string? text) =>
        text is null ? null
        : text.Length > MaxText ? $"It takes at most {MaxText} characters."
        // PostgreSQL cannot store it, and nobody means it.
        : text.Contains('\0', StringComparison.Ordinal) ? "It holds a NUL character."
        : null;

    /// <summary>The fields that are wrong, each with its reason.</summary>
    public static Dictionary<string, string[]> Collect(params ReadOnlySpan<(string Field, string? Error)> checks)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (field, error) in checks)
        {
            if (error is not null)
                errors[field] = [error];
        }

        return errors;
    }
}
