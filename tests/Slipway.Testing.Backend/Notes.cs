namespace Slipway.Testing.Backend;

/// <summary>Notes in the data directory: a write that is acknowledged is on the disk, whole.</summary>
static class Notes
{
    public static void MapNotes(this WebApplication app, string data)
    {
        app.MapPut(
            "/notes/{name}",
            async (string name, HttpRequest request) =>
            {
                var path = Path.Combine(Directory.CreateDirectory(Path.Combine(data, "notes")).FullName, name);
                await using (var file = new FileStream(path + ".new", FileMode.Create))
                {
                    await request.Body.CopyToAsync(file);
                    file.Flush(flushToDisk: true);
                }

                File.Move(path + ".new", path, overwrite: true);
                return Results.StatusCode(StatusCodes.Status201Created);
            }
        );
        app.MapGet(
            "/notes/{name}",
            (string name) =>
                Path.Combine(data, "notes", name) is var path && File.Exists(path)
                    ? Results.File(path, "text/plain")
                    : Results.NotFound()
        );
    }
}
