// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that restore packages.</summary>
public interface IDotNetRestoreOptions
{
    bool? Force { get; }

    bool? NoDependencies { get; }

    string PackageDirectory { get; }

    bool? UseLockFile { get; }

    bool? LockedMode { get; }

    string LockFilePath { get; }

    bool? ForceEvaluate { get; }
}

/// <summary>Changes what <see cref="IDotNetRestoreOptions"/> holds.</summary>
public static class DotNetRestoreOptions
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetRestoreOptions
    {
        public T SetForce(bool? v) => o.Set(o.Force, v);

        public T ResetForce() => o.Reset(o.Force);

        public T EnableForce() => o.Set(o.Force, true);

        public T DisableForce() => o.Set(o.Force, false);

        public T ToggleForce() => o.Set(o.Force, !o.Force);

        public T SetNoDependencies(bool? v) => o.Set(o.NoDependencies, v);

        public T ResetNoDependencies() => o.Reset(o.NoDependencies);

        public T EnableNoDependencies() => o.Set(o.NoDependencies, true);

        public T DisableNoDependencies() => o.Set(o.NoDependencies, false);

        public T ToggleNoDependencies() => o.Set(o.NoDependencies, !o.NoDependencies);

        public T SetPackageDirectory(string v) => o.Set(o.PackageDirectory, v);

        public T ResetPackageDirectory() => o.Reset(o.PackageDirectory);

        public T SetUseLockFile(bool? v) => o.Set(o.UseLockFile, v);

        public T ResetUseLockFile() => o.Reset(o.UseLockFile);

        public T EnableUseLockFile() => o.Set(o.UseLockFile, true);

        public T DisableUseLockFile() => o.Set(o.UseLockFile, false);

        public T ToggleUseLockFile() => o.Set(o.UseLockFile, !o.UseLockFile);

        public T SetLockedMode(bool? v) => o.Set(o.LockedMode, v);

        public T ResetLockedMode() => o.Reset(o.LockedMode);

        public T EnableLockedMode() => o.Set(o.LockedMode, true);

        public T DisableLockedMode() => o.Set(o.LockedMode, false);

        public T ToggleLockedMode() => o.Set(o.LockedMode, !o.LockedMode);

        public T SetLockFilePath(string v) => o.Set(o.LockFilePath, v);

        public T ResetLockFilePath() => o.Reset(o.LockFilePath);

        public T SetForceEvaluate(bool? v) => o.Set(o.ForceEvaluate, v);

        public T ResetForceEvaluate() => o.Reset(o.ForceEvaluate);

        public T EnableForceEvaluate() => o.Set(o.ForceEvaluate, true);

        public T DisableForceEvaluate() => o.Set(o.ForceEvaluate, false);

        public T ToggleForceEvaluate() => o.Set(o.ForceEvaluate, !o.ForceEvaluate);
    }
}
