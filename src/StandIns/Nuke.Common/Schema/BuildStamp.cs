using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>
/// Tells whether something that is written from the build's code may be out of date: whether one of the assemblies that
/// the code is in has been compiled anew since.
/// </summary>
internal sealed class BuildStamp(AbsolutePath file, Type build)
{
    private string? _current;

    public bool IsUpToDate() =>
        File.Exists(file) && string.Equals(File.ReadAllText(file), Current(), StringComparison.Ordinal);

    public void Write() => File.WriteAllText(file, Current());

    private string Current() =>
        _current ??= string.Join(
            '\n',
            build
                .GetInterfaces()
                .Concat(BaseTypes())
                .Select(x => x.Module)
                .Distinct()
                .Select(x => x.ModuleVersionId.ToString())
                .Order(StringComparer.Ordinal)
        );

    private IEnumerable<Type> BaseTypes()
    {
        for (var type = build; type != null; type = type.BaseType)
            yield return type;
    }
}
