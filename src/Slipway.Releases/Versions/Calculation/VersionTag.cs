namespace Slipway.Releases;

/// <summary>A tag that is a version, and the commit it is on. There is one object for each: they are told apart by it.</summary>
sealed class VersionTag(string name, VersionNumber version, int commit)
{
    public string Name => name;
    public VersionNumber Version => version;
    public int Commit => commit;
}
