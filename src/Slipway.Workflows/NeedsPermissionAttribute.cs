using Slipway.Workflows.Model;

namespace Slipway.Workflows;

/// <summary>On a target's property: what its job's <c>GITHUB_TOKEN</c> must be allowed to do.</summary>
/// <param name="scope">GitHub's name of it, for example <c>contents</c>.</param>
/// <param name="reason">Why, as a comment behind "contents: write" has it: <c>to push the tag</c>.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class NeedsPermissionAttribute(string scope, Access access, string reason) : Attribute
{
    public string Scope => scope;
    public Access Access => access;
    public string Reason => reason;
}
