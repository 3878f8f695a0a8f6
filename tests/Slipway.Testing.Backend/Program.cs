// A backend small enough for tests of delivery. What a revision is like is a file of its image (revision.txt): its
// version, then how it misbehaves, if it does: never-ready, exits, smoke-500, slow-500, broken-migration, endless-migration.
using Slipway.Testing.Backend;

var revision = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "revision.txt"));
var version = revision[0];
var fault = revision.ElementAtOrDefault(1) ?? "";

if (args is ["migrate", "--list"])
{
    // What is to be listed is a file of the image too; an image without one is older than the question.
    var list = Path.Combine(AppContext.BaseDirectory, "pending.json");
    if (!File.Exists(list))
    {
        Console.Error.WriteLine("migrate takes nothing.");
        return 2;
    }

    Console.WriteLine(await File.ReadAllTextAsync(list));
    return 0;
}

if (args is ["migrate"])
{
    Console.WriteLine($"migrating to {version}");
    if (fault is "broken-migration")
    {
        Console.Error.WriteLine("column \"caption\" does not exist");
        return 3;
    }

    if (fault is "endless-migration")
        await Task.Delay(Timeout.Infinite);

    var data = Environment.GetEnvironmentVariable("BACKEND_DATA")!;
    await File.AppendAllTextAsync(Path.Combine(data, "migrations.txt"), version + "\n");
    return 0;
}

if (fault is "exits")
{
    Console.Error.WriteLine("no configuration for the flux capacitor");
    return 7;
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.MapGet("/health/ready", () => fault is "never-ready" ? Results.Text("warming up", statusCode: 503) : Results.Ok());
app.MapGet(
    "/version",
    () =>
        fault is "smoke-500"
            ? Results.Text("out of film", statusCode: 500)
            : Results.Json(
                new
                {
                    version,
                    environment = Environment.GetEnvironmentVariable("SLIPWAY_ENVIRONMENT"),
                    slot = Environment.GetEnvironmentVariable("SLIPWAY_SLOT"),
                    colour = Environment.GetEnvironmentVariable("COLOUR"),
                }
            )
);
app.MapMethods(
    "/slow",
    [HttpMethods.Get, HttpMethods.Post],
    async (int milliseconds) =>
    {
        await Task.Delay(milliseconds);
        return fault is "slow-500" ? Results.Text("out of film", statusCode: 500) : Results.Text(version);
    }
);
app.MapEcho();
if (Environment.GetEnvironmentVariable("BACKEND_DATA") is { } notes)
    app.MapNotes(notes);
await app.RunAsync();
return 0;
