// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>Where GitVersion writes the variables.</summary>
[TypeConverter(typeof(TypeConverter<GitVersionOutput>))]
public class GitVersionOutput : Enumeration
{
    public static readonly GitVersionOutput json = "json";
    public static readonly GitVersionOutput buildserver = "buildserver";

    public static implicit operator GitVersionOutput(string value) => new() { Value = value };
}
