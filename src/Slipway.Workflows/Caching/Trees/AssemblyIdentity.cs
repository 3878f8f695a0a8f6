using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Slipway.Workflows.Caching.Trees;

/// <summary>What an assembly is, whether or not native code was added to it.</summary>
public static class AssemblyIdentity
{
    /// <summary>
    /// The version of its module (MVID; ECMA-335, II.22.30), which the compiler makes anew for each other content, and which
    /// compiling ahead keeps. Of a file that is no assembly, its hash.
    /// </summary>
    public static string Of(byte[] content)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(content));
            if (file.HasMetadata)
            {
                var metadata = file.GetMetadataReader();
                return $"module {metadata.GetGuid(metadata.GetModuleDefinition().Mvid)}";
            }
        }
        catch (BadImageFormatException)
        {
            // Something else, or damaged: what it holds tells it from others.
        }

        return $"file {Convert.ToHexStringLower(SHA256.HashData(content))}";
    }
}
