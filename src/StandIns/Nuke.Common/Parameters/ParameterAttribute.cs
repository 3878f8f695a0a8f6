// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// A value from outside. In the order in which they count: the command line (<c>--member-name value</c>), the
/// environment (<c>MemberName</c> or <c>NUKE_MEMBER_NAME</c>, case and punctuation ignored), profiles, and
/// <c>.nuke/parameters.json</c>; then the member's initializer.
/// </summary>
public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
{
    /// <summary>The text that <c>--help</c> shows.</summary>
    public virtual string Description { get; } = description;

    /// <summary>The name from outside; the member's own when null.</summary>
    public string Name { get; set; }

    /// <summary>One character that splits a single text into several values; none when null.</summary>
    public string Separator { get; set; }

    /// <summary>Whether <c>--help</c> lists the parameter.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>Where <see cref="ValueProviderMember"/> is; the build class when null.</summary>
    public Type ValueProviderType { get; set; }

    /// <summary>A member of type <c>IEnumerable&lt;string&gt;</c> that names the allowed values.</summary>
    public string ValueProviderMember { get; set; }

    public override object GetValue(MemberInfo member, object instance) => ParameterValues.Get(member, instance);

    /// <summary>The allowed values and their texts, or null for those of the member's type.</summary>
    public virtual IEnumerable<(string, object)> GetValueSet(MemberInfo member, object instance) => null;
}
