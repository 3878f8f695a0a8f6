// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    public static AbsolutePath Rename(
        this AbsolutePath source,
        string newName,
        ExistsPolicy policy = ExistsPolicy.Fail
    ) => source.Move(source.Parent / newName, policy);

    public static AbsolutePath Rename(
        this AbsolutePath source,
        Func<AbsolutePath, string> newName,
        ExistsPolicy policy = ExistsPolicy.Fail
    ) => source.Rename(newName(source), policy);

    /// <summary>Renames and keeps the extension.</summary>
    public static AbsolutePath RenameWithoutExtension(
        this AbsolutePath source,
        string newName,
        ExistsPolicy policy = ExistsPolicy.Fail
    ) => source.Move(source.Parent / newName + source.Extension, policy);

    /// <inheritdoc cref="RenameWithoutExtension(AbsolutePath,string,ExistsPolicy)"/>
    public static AbsolutePath RenameWithoutExtension(
        this AbsolutePath source,
        Func<AbsolutePath, string> newName,
        ExistsPolicy policy = ExistsPolicy.Fail
    ) => source.RenameWithoutExtension(newName(source), policy);

    /// <summary>Moves into a directory, under the same name.</summary>
    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true
    ) => source.Move(target / source.Name, policy, createDirectories);

    /// <summary>Copies into a directory, under the same name.</summary>
    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null,
        Func<AbsolutePath, bool> excludeFile = null,
        bool createDirectories = true
    ) => source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    public static AbsolutePath Move(
        this AbsolutePath source,
        Func<AbsolutePath, AbsolutePath> newPath,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true
    ) => source.Move(newPath(source), policy, createDirectories);

    /// <summary>Moves a file or directory; what a policy skips stays where it was.</summary>
    /// <returns>The target; the source when its file was skipped.</returns>
    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false
    )
    {
        if (source.FileExists())
            return TransferFile(source, target, policy, createDirectories, MoveFile);

        CheckDirectories(source, target, policy);
        if (createDirectories)
            target.CreateDirectory();
        source.GetDirectories().ForEach(x => x.Move(target / x.Name, policy));
        source.GetFiles().ForEach(x => x.Move(target / x.Name, policy));
        if (deleteRemainingFiles || !Directory.EnumerateFileSystemEntries(source).Any())
            source.DeleteDirectory();
        return target;
    }

    /// <summary>Copies a file or directory.</summary>
    /// <returns>The target; the source when its file was skipped.</returns>
    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null,
        Func<AbsolutePath, bool> excludeFile = null,
        bool createDirectories = true
    )
    {
        if (source.FileExists())
        {
            Assert.True(excludeDirectory == null && excludeFile == null, $"'{source}' is a file: nothing to exclude");
            return TransferFile(source, target, policy, createDirectories, CopyFile);
        }

        CheckDirectories(source, target, policy);
        if (createDirectories)
            target.CreateDirectory();
        source
            .GetDirectories()
            .WhereNot(excludeDirectory)
            .ForEach(x => x.Copy(target / x.Name, policy, excludeDirectory, excludeFile));
        source.GetFiles().WhereNot(excludeFile).ForEach(x => x.Copy(target / x.Name, policy));
        return target;
    }

    private static void MoveFile(AbsolutePath source, AbsolutePath target)
    {
        target.DeleteFile();
        File.Move(source, target);
    }

    private static void CopyFile(AbsolutePath source, AbsolutePath target) =>
        File.Copy(source, target, overwrite: true);

    private static AbsolutePath TransferFile(
        AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy,
        bool createDirectories,
        Action<AbsolutePath, AbsolutePath> transfer
    )
    {
        if (target.FileExists() && !MayOverwrite(source, target, policy))
            return source;
        if (createDirectories)
            target.Parent.CreateDirectory();
        transfer(source, target);
        return target;
    }

    private static bool MayOverwrite(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        const ExistsPolicy FilePolicies =
            ExistsPolicy.FileFail
            | ExistsPolicy.FileSkip
            | ExistsPolicy.FileOverwrite
            | ExistsPolicy.FileOverwriteIfNewer;
        switch (policy & FilePolicies)
        {
            case ExistsPolicy.FileFail:
                Assert.Fail($"File '{target}' already exists");
                return false;
            case ExistsPolicy.FileSkip:
                return false;
            case ExistsPolicy.FileOverwrite:
                return true;
            case ExistsPolicy.FileOverwriteIfNewer:
                return File.GetLastWriteTimeUtc(target) < File.GetLastWriteTimeUtc(source);
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy, "Exactly one file policy is needed");
        }
    }

    private static void CheckDirectories(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        Assert.DirectoryExists(source, $"Neither file nor directory: {source}");
        Assert.False(
            source.Contains(target),
            $"Target directory '{target}' must not be in source directory '{source}'"
        );
        var merges = policy.HasFlag(ExistsPolicy.DirectoryMerge) && !policy.HasFlag(ExistsPolicy.DirectoryFail);
        Assert.True(merges || !target.DirectoryExists(), $"Policy disallows merging into directory '{target}'");
    }
}
