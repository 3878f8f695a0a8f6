// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>How much GitVersion writes.</summary>
[TypeConverter(typeof(TypeConverter<GitVersionVerbosity>))]
public class GitVersionVerbosity : Enumeration
{
    public static readonly GitVersionVerbosity debug = "debug";
    public static readonly GitVersionVerbosity info = "info";
    public static readonly GitVersionVerbosity warn = "warn";
    public static readonly GitVersionVerbosity error = "error";
    public static readonly GitVersionVerbosity none = "none";

    public static implicit operator GitVersionVerbosity(string value) => new() { Value = value };
}
