// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>The command that a type of options belongs to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CommandAttribute : Attribute
{
    /// <summary>The <see cref="ToolTasks"/> that run it.</summary>
    public Type Type { get; set; }

    public string Command { get; set; }

    /// <summary>What comes before all options, such as <c>nuget push</c>.</summary>
    public string Arguments { get; set; }
}

/// <summary>How an option looks on the command line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class ArgumentAttribute : Attribute
{
    /// <summary>1, 2 … are first; 0, the default, follow in the order in which they were set; … -2, -1 are last.</summary>
    public int Position { get; set; }

    /// <summary>With the places <c>{value}</c> and <c>{key}</c>. One without a place is a flag.</summary>
    public string Format { get; set; }

    /// <summary>Whether the value is redacted in log and output.</summary>
    public bool Secret { get; set; }

    /// <summary>What joins the values of a collection to one argument; null: an argument for each.</summary>
    public string Separator { get; set; }
}
