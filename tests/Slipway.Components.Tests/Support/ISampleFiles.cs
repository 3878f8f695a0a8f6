using Nuke.Common.IO;

namespace Slipway.Components.Tests.Support;

/// <summary>A component that makes files of a version; each says in its text of which.</summary>
interface ISampleFiles : IHazResults
{
    ReleaseAsset Bill =>
        new("Bill of materials", ArtifactsDirectory / "files" / "bill.txt") { MadeOf = file => file.ReadAllText() };

    ReleaseAsset Origin =>
        new("Origin", ArtifactsDirectory / "files" / "origin.txt") { MadeOf = file => file.ReadAllText() };

    ReleaseAsset? None => null;
}
