namespace Slipway.EndToEndTests;

/// <summary>
/// What instances of the troubled commit do, by the word in a file: so one image shows every way in which a revision can
/// fail. No file: they behave.
/// </summary>
public sealed class Trouble(string file)
{
    /// <summary>A process that starts writes a line and ends with code 3; one that runs is not ready any more.</summary>
    public void Exit() => File.WriteAllText(file, "exit");

    /// <summary>It does not begin to listen, or be ready again, until the trouble ends.</summary>
    public void Hang() => File.WriteAllText(file, "hang");

    /// <summary>It is ready, and answers everything else with 500; also when it was started without trouble.</summary>
    public void Fail() => File.WriteAllText(file, "fail");

    public void End() => File.Delete(file);

    internal async Task InstallAsync(Clone clone)
    {
        await clone.WriteAsync("src/TinyGallery.Api/Trouble.cs", Source);
        await clone.ReplaceAsync(
            "src/TinyGallery.Api/Program.cs",
            "return await",
            "await Trouble.AtStartAsync(args);\nreturn await"
        );
        await clone.ReplaceAsync(
            "src/TinyGallery.Api/Hosting/GalleryApplication.cs",
            "application.UseForwardedHeaders();",
            "application.UseForwardedHeaders();\n        application.Use(Trouble.AnswerAsync);"
        );
    }

    string Source =>
        $$"""
            #pragma warning disable
            static class Trouble
            {
                static string Kind => File.Exists("{{file}}") ? File.ReadAllText("{{file}}") : "";

                public static async Task AtStartAsync(string[] arguments)
                {
                    if (arguments is ["migrate"])
                        return;
                    if (Kind == "exit")
                    {
                        Console.Error.WriteLine("The gallery is out of order.");
                        Environment.Exit(3);
                    }

                    while (Kind == "hang")
                        await Task.Delay(20);
                }

                public static Task AnswerAsync(HttpContext context, RequestDelegate next)
                {
                    var isHealth = context.Request.Path.StartsWithSegments("/health");
                    if (Kind is "" || (Kind is "fail" && isHealth))
                        return next(context);
                    context.Response.StatusCode = 500;
                    return context.Response.WriteAsync("The gallery is out of order.");
                }
            }
            """;
}
