// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet nuget push</c>. Pushes a package to a source.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetPush), Arguments = "nuget push")]
public class DotNetNuGetPushSettings : ToolOptions, IDotNetTargetPathOption, IDotNetSourceOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string TargetPath => Get<string>();

    [Argument(Format = "--source {value}")]
    public string Source => Get<string>();

    [Argument(Format = "--symbol-source {value}")]
    public string SymbolSource => Get<string>();

    [Argument(Format = "--timeout {value}")]
    public int? Timeout => Get<int?>();

    [Argument(Format = "--api-key {value}", Secret = true)]
    public string ApiKey => Get<string>();

    [Argument(Format = "--symbol-api-key {value}", Secret = true)]
    public string SymbolApiKey => Get<string>();

    [Argument(Format = "--disable-buffering")]
    public bool? DisableBuffering => Get<bool?>();

    [Argument(Format = "--no-symbols")]
    public bool? NoSymbols => Get<bool?>();

    [Argument(Format = "--force-english-output")]
    public bool? ForceEnglishOutput => Get<bool?>();

    [Argument(Format = "--skip-duplicate")]
    public bool? SkipDuplicate => Get<bool?>();

    [Argument(Format = "--no-service-endpoint")]
    public bool? NoServiceEndpoint => Get<bool?>();
}

/// <summary>What <c>dotnet nuget push</c> alone can be told.</summary>
public static class DotNetNuGetPushSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetNuGetPushSettings
    {
        public T SetSymbolSource(string v) => o.Set(o.SymbolSource, v);

        public T ResetSymbolSource() => o.Reset(o.SymbolSource);

        public T SetTimeout(int? v) => o.Set(o.Timeout, v);

        public T ResetTimeout() => o.Reset(o.Timeout);

        public T SetApiKey(string v) => o.Set(o.ApiKey, v);

        public T ResetApiKey() => o.Reset(o.ApiKey);

        public T SetSymbolApiKey(string v) => o.Set(o.SymbolApiKey, v);

        public T ResetSymbolApiKey() => o.Reset(o.SymbolApiKey);

        public T SetDisableBuffering(bool? v) => o.Set(o.DisableBuffering, v);

        public T ResetDisableBuffering() => o.Reset(o.DisableBuffering);

        public T EnableDisableBuffering() => o.Set(o.DisableBuffering, true);

        public T DisableDisableBuffering() => o.Set(o.DisableBuffering, false);

        public T ToggleDisableBuffering() => o.Set(o.DisableBuffering, !o.DisableBuffering);

        public T SetNoSymbols(bool? v) => o.Set(o.NoSymbols, v);

        public T ResetNoSymbols() => o.Reset(o.NoSymbols);

        public T EnableNoSymbols() => o.Set(o.NoSymbols, true);

        public T DisableNoSymbols() => o.Set(o.NoSymbols, false);

        public T ToggleNoSymbols() => o.Set(o.NoSymbols, !o.NoSymbols);

        public T SetForceEnglishOutput(bool? v) => o.Set(o.ForceEnglishOutput, v);

        public T ResetForceEnglishOutput() => o.Reset(o.ForceEnglishOutput);

        public T EnableForceEnglishOutput() => o.Set(o.ForceEnglishOutput, true);

        public T DisableForceEnglishOutput() => o.Set(o.ForceEnglishOutput, false);

        public T ToggleForceEnglishOutput() => o.Set(o.ForceEnglishOutput, !o.ForceEnglishOutput);

        public T SetSkipDuplicate(bool? v) => o.Set(o.SkipDuplicate, v);

        public T ResetSkipDuplicate() => o.Reset(o.SkipDuplicate);

        public T EnableSkipDuplicate() => o.Set(o.SkipDuplicate, true);

        public T DisableSkipDuplicate() => o.Set(o.SkipDuplicate, false);

        public T ToggleSkipDuplicate() => o.Set(o.SkipDuplicate, !o.SkipDuplicate);

        public T SetNoServiceEndpoint(bool? v) => o.Set(o.NoServiceEndpoint, v);

        public T ResetNoServiceEndpoint() => o.Reset(o.NoServiceEndpoint);

        public T EnableNoServiceEndpoint() => o.Set(o.NoServiceEndpoint, true);

        public T DisableNoServiceEndpoint() => o.Set(o.NoServiceEndpoint, false);

        public T ToggleNoServiceEndpoint() => o.Set(o.NoServiceEndpoint, !o.NoServiceEndpoint);
    }
}
