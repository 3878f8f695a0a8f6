using TinyGallery.Api.Verbs;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
