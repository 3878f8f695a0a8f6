using Nuke.Common;

/// <summary>
/// A graph of ten targets whose edges the variable CONFORMANCE_EDGES gives: <c>A&gt;B</c> A depends on B, <c>A~B</c>
/// A comes after B, <c>A!B</c> A triggers B, separated by spaces.
/// </summary>
class Graph : Sample
{
    static readonly string[] Edges = (Variable("CONFORMANCE_EDGES") ?? "").Split(
        ' ',
        StringSplitOptions.RemoveEmptyEntries
    );

    public static int Run() => Execute<Graph>(x => x.A);

    Target A => _ => Define(_, 'A');
    Target B => _ => Define(_, 'B');
    Target C => _ => Define(_, 'C');
    Target D => _ => Define(_, 'D');
    Target E => _ => Define(_, 'E');
    Target F => _ => Define(_, 'F');
    Target G => _ => Define(_, 'G');
    Target H => _ => Define(_, 'H');
    Target I => _ => Define(_, 'I');
    Target J => _ => Define(_, 'J');

    ITargetDefinition Define(ITargetDefinition definition, char name)
    {
        foreach (var edge in Edges.Where(edge => edge[0] == name))
        {
            var other = Find(edge[2]);
            _ = edge[1] switch
            {
                '>' => definition.DependsOn(other),
                '~' => definition.After(other),
                '!' => definition.Triggers(other),
                _ => throw new InvalidOperationException($"Edge '{edge}'."),
            };
        }

        return definition.Executes(Ran($"{name}"));
    }

    Target Find(char name) =>
        name switch
        {
            'A' => A,
            'B' => B,
            'C' => C,
            'D' => D,
            'E' => E,
            'F' => F,
            'G' => G,
            'H' => H,
            'I' => I,
            _ => J,
        };
}
