using Slipway.Workflows.Model;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Running.Runs;

/// <summary>A matrix whose expressions have their values.</summary>
static class MatrixReader
{
    const int Most = 256;

    /// <returns>Each job's values.</returns>
    /// <exception cref="WorkflowException">An expression yields something else than lists, or there are too many jobs.</exception>
    public static IReadOnlyList<ValueMap<Value>> Read(Expressible<Matrix> stated, EvaluationScope scope)
    {
        var matrix = stated.Expression is { } expression
            ? Of(AsMap(TemplateEvaluator.Value(expression, scope), "matrix"))
            : stated.Literal;
        var whole = new Matrix
        {
            Axes = ValueMap.From(
                matrix.Axes.Select(axis => new Entry<Expressible<ValueList<Value>>>(axis.Key, Axis(axis, scope)))
            ),
            Include = Rows(matrix.Include, "matrix.include", scope),
            Exclude = Rows(matrix.Exclude, "matrix.exclude", scope),
        };
        if (MatrixExpansion.Count(whole) is > Most and var count)
            throw new WorkflowException($"its matrix makes {count} jobs, and GitHub runs {Most} at most");
        return MatrixExpansion.Expand(whole);
    }

    static ValueList<Value> Axis(Entry<Expressible<ValueList<Value>>> axis, EvaluationScope scope) =>
        axis.Value.Expression is { } expression
            ? AsList(TemplateEvaluator.Value(expression, scope), $"matrix.{axis.Key}")
            : Filled(axis.Value.Literal, scope);

    static Expressible<ValueList<ValueMap<Value>>>? Rows(
        Expressible<ValueList<ValueMap<Value>>>? rows,
        string place,
        EvaluationScope scope
    )
    {
        if (rows is null)
            return null;
        return rows.Expression is { } expression
            ? AsRows(TemplateEvaluator.Value(expression, scope), place)
            : ValueList.From(rows.Literal.Select(row => Filled(new MapValue(row), scope)).Select(row => row.Entries));
    }

    static Matrix Of(MapValue map) =>
        new()
        {
            Axes = ValueMap.From(
                map.Entries.Where(entry => !IsRows(entry.Key))
                    .Select(entry => new Entry<Expressible<ValueList<Value>>>(
                        entry.Key,
                        AsList(entry.Value, $"matrix.{entry.Key}")
                    ))
            ),
            Include = RowsOf(map, "include"),
            Exclude = RowsOf(map, "exclude"),
        };

    static Expressible<ValueList<ValueMap<Value>>>? RowsOf(MapValue map, string key)
    {
        if (map.Entries.Find(key) is { } rows)
            return AsRows(rows, $"matrix.{key}");
        return null;
    }

    static bool IsRows(string key) => key.ToLowerInvariant() is "include" or "exclude";

    static ValueList<ValueMap<Value>> AsRows(Value value, string place) =>
        ValueList.From(AsList(value, place).Select(row => AsMap(row, place).Entries));

    static ValueList<Value> AsList(Value value, string place) =>
        value is ListValue list ? list.Items : throw new WorkflowException($"{place} is no list");

    static MapValue AsMap(Value value, string place) =>
        value as MapValue ?? throw new WorkflowException($"{place} is no map");

    static ValueList<Value> Filled(ValueList<Value> values, EvaluationScope scope) =>
        ValueList.From(values.Select(value => Filled(value, scope)));

    static MapValue Filled(MapValue map, EvaluationScope scope) =>
        Values.Map(map.Entries.Select(entry => (entry.Key, Filled(entry.Value, scope))));

    static Value Filled(Value value, EvaluationScope scope) =>
        value switch
        {
            TextValue text => TemplateEvaluator.Value(text.Text, scope),
            ListValue list => new ListValue(Filled(list.Items, scope)),
            MapValue map => Filled(map, scope),
            _ => value,
        };
}
