using System.Collections;
using System.Runtime.CompilerServices;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>One target, or several: <c>nameof(ILint.Lint)</c> or <c>[nameof(ILint.Lint), nameof(IScan.Scan)]</c>.</summary>
[CollectionBuilder(typeof(TargetNames), nameof(Create))]
public sealed class TargetNames : IReadOnlyList<string>
{
    readonly ValueList<string> _names;

    TargetNames(ValueList<string> names) => _names = names;

    public int Count => _names.Count;

    public string this[int index] => _names[index];

    public static implicit operator TargetNames(string name) => new([name]);

    public static TargetNames Create(ReadOnlySpan<string> names) => new(ValueList.Create(names));

    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
