namespace Nuke.Common.IO;

/// <summary>Something that lies at a path, such as a solution or a project.</summary>
public interface IAbsolutePathHolder
{
    AbsolutePath Path { get; }
}
