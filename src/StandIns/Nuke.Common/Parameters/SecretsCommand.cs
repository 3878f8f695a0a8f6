using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary><c>:secrets [profile]</c>: asks for the values of secret parameters, and keeps them encrypted in the profile's file.</summary>
internal sealed class SecretsCommand(NukeBuild build) : IOnBuildCreated
{
    private const int LeastPassword = 10;

    /// <summary>Before parameters get their values, which may ask for a password as well.</summary>
    public float Priority => 110;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var words = ParameterSources.Current.Arguments.Positional;
        if (words is not [":secrets", ..])
            return;

        var profile = words.Count > 1 ? words[1] : Constants.DefaultProfileName;
        var path = Constants.GetParametersFile(NukeBuild.RootDirectory, profile);
        var file = SecretsFile.Parse(File.Exists(path) ? File.ReadAllText(path) : "{}", path);
        var password = AskForPassword(file, path);

        var changed = 0;
        foreach (var secret in ParameterDescription.All(build).Where(x => x.IsSecret))
        {
            var state = file.Has(secret.Name) ? "has a value" : "has none yet";
            if (Prompt.ForSecret($"{secret.Name} ({state}; Enter leaves it so):") is not { Length: > 0 } value)
                continue;
            file.Set(secret.Name, value, password);
            changed++;
        }

        if (changed > 0)
            SafeFile.Write(path, file.ToString());
        Host.Information(
            $"{changed} secrets written to {path}. {Secrets.VariableOf(profile)} gives the password without asking."
        );
        throw new BuildExitException();
    }

    private static string AskForPassword(SecretsFile file, AbsolutePath path)
    {
        var question = file.IsNew
            ? $"A new password for {path.Name}, at least {LeastPassword} characters:"
            : $"The password of {path.Name}:";
        var password =
            Prompt.ForSecret(question)
            ?? throw new BuildInputException(":secrets asks for values and needs a terminal.");
        if (file.IsNew && password.Length < LeastPassword)
            throw new BuildInputException($"The password must have at least {LeastPassword} characters.");
        if (!file.IsOpenedBy(password))
            throw new BuildInputException($"That is not the password that {path} is encrypted with.");
        return password;
    }
}
