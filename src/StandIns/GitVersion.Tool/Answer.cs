using Slipway.Releases;

namespace GitVersion;

/// <summary>Calculates and writes what was asked for.</summary>
static class Answer
{
    public static async Task WriteAsync(Options options, TextWriter output)
    {
        var request = new VersionRequest(options.TargetPath)
        {
            ConfigurationFile = options.ConfigurationFile,
            Overrides = options.Overrides,
            Branch = options.Branch,
            Commit = options.Commit,
        };
        if (options.ShowConfiguration)
        {
            await output.WriteLineAsync(await VersionCalculation.ConfigurationAsync(request));
            return;
        }

        var variables = (await VersionCalculation.RunAsync(request)).Variables;
        foreach (var kind in options.Outputs.DefaultIfEmpty(OutputKind.Json))
            await WriteAsync(kind, variables, options, output);
    }

    static async Task WriteAsync(OutputKind kind, VersionVariables variables, Options options, TextWriter output)
    {
        switch (kind)
        {
            case OutputKind.File:
                await File.WriteAllTextAsync(options.OutputFile, VariableText.Json(variables));
                break;
            case OutputKind.DotEnv:
                foreach (var variable in VariableText.Names)
                    await output.WriteLineAsync($"GitVersion_{variable}='{VariableText.Value(variables, variable)}'");
                break;
            case OutputKind.BuildServer:
                await WriteToGitHubAsync(variables);
                break;
            default:
                await output.WriteLineAsync(
                    options.ShowVariable is { } name ? VariableText.Value(variables, name)
                    : options.Format is { } format ? VariableText.Expand(format, variables)
                    : VariableText.Json(variables)
                );
                break;
        }
    }

    /// <summary>GitHub hands what stands in this file on to a job's next steps.</summary>
    static async Task WriteToGitHubAsync(VersionVariables variables)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_ENV") is not { Length: > 0 } file)
            return;
        await File.AppendAllLinesAsync(
            file,
            VariableText
                .Names.Select(name => (Name: name, Value: VariableText.Value(variables, name)))
                .Where(variable => variable.Value.Length > 0)
                .Select(variable => $"GitVersion_{variable.Name}={variable.Value}")
        );
    }
}
