using Slipway.Workflows.Model;

namespace Slipway.Workflows.Validation;

/// <summary>The jobs of a matrix (docs.github.com: "Running variations of jobs in a workflow").</summary>
public static class MatrixExpansion
{
    /// <summary>More are only counted, never made.</summary>
    const int MaximalProduct = 10_000;

    /// <summary>How many jobs it makes; null when only GitHub knows, because of an expression.</summary>
    public static long? Count(Matrix matrix)
    {
        if (HasExpression(matrix))
            return null;
        var product = matrix.Axes.Values.Aggregate(1.0, (count, axis) => count * axis.Literal.Count);
        return product > MaximalProduct ? (long)Math.Min(product, long.MaxValue / 2) : Expand(matrix).Count;
    }

    /// <summary>
    /// Each job's values: the axes' combinations, without the excluded ones; then each included row joins every
    /// combination of which it changes no axis, or is a job of its own.
    /// </summary>
    /// <exception cref="ArgumentException">Part of it is an expression.</exception>
    public static IReadOnlyList<ValueMap<Value>> Expand(Matrix matrix)
    {
        if (HasExpression(matrix))
            throw new ArgumentException("A matrix with an expression has its values only on GitHub.", nameof(matrix));
        var excluded = matrix.Exclude?.Literal ?? [];
        var originals = Combinations(matrix.Axes)
            .Where(combination => !excluded.Any(row => Holds(combination, row)))
            .ToList();
        var jobs = originals.ConvertAll(original => original);
        var own = new List<ValueMap<Value>>();
        foreach (var row in matrix.Include?.Literal ?? [])
        {
            var joined = false;
            for (var index = 0; index < originals.Count; index++)
            {
                var original = originals[index];
                if (!row.All(entry => !original.ContainsKey(entry.Key) || entry.Value.Equals(original.Find(entry.Key))))
                    continue;
                jobs[index] = Join(jobs[index], row);
                joined = true;
            }
            if (!joined)
                own.Add(row);
        }
        return [.. jobs, .. own];
    }

    static bool HasExpression(Matrix matrix) =>
        matrix.Axes.Values.Any(axis => axis.Expression is not null)
        || matrix.Include?.Expression is not null
        || matrix.Exclude?.Expression is not null;

    /// <summary>Without an axis there is none: only the included rows are jobs then.</summary>
    static IEnumerable<ValueMap<Value>> Combinations(ValueMap<Expressible<ValueList<Value>>> axes)
    {
        if (axes.Count == 0)
            return [];
        IEnumerable<ValueMap<Value>> combinations =
        [
            [],
        ];
        foreach (var (name, values, _) in axes)
        {
            combinations = combinations.SelectMany(
                _ => values.Literal,
                (combination, value) => ValueMap.From(combination.Append(new Entry<Value>(name, value)))
            );
        }
        return combinations;
    }

    static bool Holds(ValueMap<Value> combination, ValueMap<Value> row) =>
        row.All(entry => entry.Value.Equals(combination.Find(entry.Key)));

    static ValueMap<Value> Join(ValueMap<Value> job, ValueMap<Value> row) =>
        ValueMap.From(job.Where(entry => !row.ContainsKey(entry.Key)).Concat(row));
}
