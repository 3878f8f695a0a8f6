using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Slipway.Releases.Compatibility.PublicApi;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Compatibility.PublicApi;

/// <summary>Small libraries, compiled by the real compiler, and what is read from them.</summary>
static class Library
{
    static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static IReadOnlyList<string> Lines(string source)
    {
        using var directory = new TempDirectory();
        var assembly = directory["Library.dll"];
        var compiled = CSharpCompilation
            .Create(
                "Library",
                [CSharpSyntaxTree.ParseText(source)],
                s_references,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                )
            )
            .Emit(assembly);
        compiled.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return PublicSurface.Read(assembly);
    }

    /// <summary>What is found between two versions of a source.</summary>
    public static IReadOnlyList<(string Rule, string Line)> Compare(string old, string @new) =>
        [.. PublicApiComparison.Compare(Lines(old), Lines(@new)).Select(change => (change.Rule, change.Line))];
}
