// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.CI;

/// <summary>The property's text is left as the CI server gives it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class NoConvertAttribute : Attribute;
