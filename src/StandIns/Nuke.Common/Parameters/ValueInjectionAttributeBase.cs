// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives a field or property of the build its value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    /// <summary>The build that the member belongs to; set before the value is asked for.</summary>
    public INukeBuild Build { get; internal set; }

    /// <summary>The value; when it cannot be had, null and a warning (none for <c>[Optional]</c> members).</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (BuildInputException)
        {
            // A wrong parameter value is an error, not a missing one.
            throw;
        }
        catch (Exception exception)
        {
            if (!SuppressWarnings && !member.IsDefined(typeof(OptionalAttribute), inherit: true))
                Log.Warning(
                    exception.Unwrap(),
                    "Could not inject value for {Member}",
                    BuildMembers.DisplayName(member)
                );
            return null;
        }
    }

    /// <summary>The value, or null when there is none. An exception becomes a warning.</summary>
    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>Of the members of one class, those of higher priority get their values first.</summary>
    public virtual int Priority => 0;

    public virtual bool SuppressWarnings => false;

    /// <summary>The value of another member of the same build, whatever its visibility.</summary>
    protected T GetMemberValue<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        var member = BuildMembers.Find(type, memberName).NotNull($"No member '{memberName}' found in '{type.Name}'");
        Assert.True(
            typeof(T).IsAssignableFrom(BuildMembers.TypeOf(member)),
            $"Member '{type.Name}.{member.Name}' must be of type '{typeof(T).Name}'"
        );
        return (T)BuildMembers.Get(member, instance);
    }

    protected T GetMemberValueOrNull<T>(string memberName, object instance) =>
        memberName != null ? GetMemberValue<T>(memberName, instance) : default;
}
