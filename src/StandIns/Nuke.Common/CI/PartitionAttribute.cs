// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>A partition of a fixed number of parts; the parameter is the part alone, from 1.</summary>
public class PartitionAttribute(int total) : ParameterAttribute
{
    public int Total { get; } = total;

    public override bool List => false;

    public override object GetValue(MemberInfo member, object instance)
    {
        var name = ParameterNames.Of(member, this);
        if (ParameterSources.Current.Find(name) is not { Texts: [var text] })
            return Partition.Single;

        return int.TryParse(text, out var part) && part >= 1 && part <= Total
            ? new Partition { Part = part, Total = Total }
            : throw new BuildInputException(
                $"Parameter --{ParameterNames.Dashed(name)}: '{text}' is no part from 1 to {Total}."
            );
    }
}
