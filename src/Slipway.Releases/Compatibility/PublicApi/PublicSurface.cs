using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>
/// What an assembly offers to others: its public and protected types and members, as sorted lines of text. A line says one
/// thing, so that a change of one thing is a change of one line. It is read from the metadata; nothing is loaded or run.
/// </summary>
/// <remarks>
/// Type parameters have positions instead of names (<c>T0</c>, <c>M0</c>), because callers do not name them; parameters
/// have names, because callers may. Left out: overrides (a call finds the member that they override), nullable annotations,
/// attributes, and types that are forwarded elsewhere.
/// </remarks>
public static class PublicSurface
{
    /// <exception cref="ReleaseException">It is no assembly.</exception>
    public static IReadOnlyList<string> Read(string assembly)
    {
        try
        {
            using var file = File.OpenRead(assembly);
            using var image = new PEReader(file);
            var reader = image.GetMetadataReader();
            return
            [
                .. reader
                    .TypeDefinitions.Select(reader.GetTypeDefinition)
                    .Where(type => Visibility.IsVisible(reader, type))
                    .SelectMany(type => new TypeLines(reader, type).Write())
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException)
        {
            throw new ReleaseException($"{assembly} is no assembly of .NET: {exception.Message}", exception);
        }
    }
}

/// <summary>Who sees a type or a member.</summary>
static class Visibility
{
    public static bool IsVisible(MetadataReader reader, TypeDefinition type)
    {
        if (reader.GetString(type.Name).Contains('<', StringComparison.Ordinal))
            return false;
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(
                reader,
                reader.GetTypeDefinition(type.GetDeclaringType())
            ),
            _ => false,
        };
    }

    public static bool IsProtected(TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask)
            is TypeAttributes.NestedFamily
                or TypeAttributes.NestedFamORAssem;

    /// <summary>Null: nobody outside sees it.</summary>
    public static bool? IsProtected(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) switch
        {
            MethodAttributes.Public => false,
            MethodAttributes.Family or MethodAttributes.FamORAssem => true,
            _ => null,
        };

    /// <inheritdoc cref="IsProtected(MethodAttributes)"/>
    public static bool? IsProtected(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) switch
        {
            FieldAttributes.Public => false,
            FieldAttributes.Family or FieldAttributes.FamORAssem => true,
            _ => null,
        };
}
