// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet nuget add source</c>. Adds a package source.</summary>
[Command(
    Type = typeof(DotNetTasks),
    Command = nameof(DotNetTasks.DotNetNuGetAddSource),
    Arguments = "nuget add source"
)]
public class DotNetNuGetAddSourceSettings : ToolOptions, IDotNetSourceOption, IDotNetConfigFileOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string Source => Get<string>();

    [Argument(Format = "--name {value}")]
    public string Name => Get<string>();

    [Argument(Format = "--username {value}")]
    public string Username => Get<string>();

    [Argument(Format = "--password {value}", Secret = true)]
    public string Password => Get<string>();

    [Argument(Format = "--store-password-in-clear-text")]
    public bool? StorePasswordInClearText => Get<bool?>();

    [Argument(Format = "--configfile {value}")]
    public string ConfigFile => Get<string>();
}

/// <summary>What <c>dotnet nuget add source</c> alone can be told.</summary>
public static class DotNetNuGetAddSourceSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetNuGetAddSourceSettings
    {
        public T SetName(string v) => o.Set(o.Name, v);

        public T ResetName() => o.Reset(o.Name);

        public T SetUsername(string v) => o.Set(o.Username, v);

        public T ResetUsername() => o.Reset(o.Username);

        public T SetPassword(string v) => o.Set(o.Password, v);

        public T ResetPassword() => o.Reset(o.Password);

        public T SetStorePasswordInClearText(bool? v) => o.Set(o.StorePasswordInClearText, v);

        public T ResetStorePasswordInClearText() => o.Reset(o.StorePasswordInClearText);

        public T EnableStorePasswordInClearText() => o.Set(o.StorePasswordInClearText, true);

        public T DisableStorePasswordInClearText() => o.Set(o.StorePasswordInClearText, false);

        public T ToggleStorePasswordInClearText() => o.Set(o.StorePasswordInClearText, !o.StorePasswordInClearText);
    }
}
