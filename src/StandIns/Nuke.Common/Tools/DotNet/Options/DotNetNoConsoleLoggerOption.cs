// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands whose console logger can be switched off.</summary>
public interface IDotNetNoConsoleLoggerOption
{
    bool? NoConsoleLogger { get; }
}

/// <summary>Changes what <see cref="IDotNetNoConsoleLoggerOption"/> holds.</summary>
public static class DotNetNoConsoleLoggerOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetNoConsoleLoggerOption
    {
        public T SetNoConsoleLogger(bool? v) => o.Set(o.NoConsoleLogger, v);

        public T ResetNoConsoleLogger() => o.Reset(o.NoConsoleLogger);

        public T EnableNoConsoleLogger() => o.Set(o.NoConsoleLogger, true);

        public T DisableNoConsoleLogger() => o.Set(o.NoConsoleLogger, false);

        public T ToggleNoConsoleLogger() => o.Set(o.NoConsoleLogger, !o.NoConsoleLogger);
    }
}
