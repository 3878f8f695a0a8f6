// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands about one tool.</summary>
public interface IDotNetToolOptions
{
    string PackageName { get; }

    bool? Global { get; }

    string ToolInstallationPath { get; }
}

/// <summary>Changes what <see cref="IDotNetToolOptions"/> holds.</summary>
public static class DotNetToolOptions
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetToolOptions
    {
        public T SetPackageName(string v) => o.Set(o.PackageName, v);

        public T ResetPackageName() => o.Reset(o.PackageName);

        public T SetGlobal(bool? v) => o.Set(o.Global, v);

        public T ResetGlobal() => o.Reset(o.Global);

        public T EnableGlobal() => o.Set(o.Global, true);

        public T DisableGlobal() => o.Set(o.Global, false);

        public T ToggleGlobal() => o.Set(o.Global, !o.Global);

        public T SetToolInstallationPath(string v) => o.Set(o.ToolInstallationPath, v);

        public T ResetToolInstallationPath() => o.Reset(o.ToolInstallationPath);
    }
}
