namespace TinyGallery.Api.Data;

/// <summary>Identifiers in the database: UUIDv7 in lower-case text, whose order is the order of creation.</summary>
static class Keys
{
    /// <summary>Behind every identifier: where a list, newest first, begins.</summary>
    const string End = "~";

    /// <summary>The bound below which a page begins.</summary>
    public static string Before(Guid? after) => after?.ToString() ?? End;
}
