using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.Tests.Tools;

/// <summary>
/// Every option of every tool has the methods that its kind has in the package, and they change that option: a slip of the
/// pen in one of the many declarations fails here.
/// </summary>
public class FluentMethodsTests
{
    static readonly ILookup<string, MethodInfo> Methods = typeof(ToolOptions)
        .Assembly.GetTypes()
        .Where(x => x is { IsAbstract: true, IsSealed: true, IsPublic: true })
        .SelectMany(x => x.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(x => x.GetGenericArguments().Length == 1 && x.GetParameters().Length > 0)
        .ToLookup(x => x.Name);

    public static TheoryData<Type> Settings =>
        [.. typeof(DotNetTasks).Assembly.GetTypes().Where(x => x.IsSubclassOf(typeof(ToolOptions)))];

    [Theory]
    [MemberData(nameof(Settings))]
    public void An_option_is_changed_by_the_methods_of_its_kind(Type settings)
    {
        var options = settings.GetProperties().Where(x => x.IsDefined(typeof(ArgumentAttribute))).ToList();

        options.Should().NotBeEmpty();
        foreach (var option in options)
            Check(settings, option);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void An_option_is_written_in_its_format(Type settings)
    {
        foreach (var option in settings.GetProperties().Where(x => x.PropertyType == typeof(string)))
        {
            if (option.GetCustomAttribute<ArgumentAttribute>() is not { } argument)
                continue;
            var set = (ToolOptions)Call("Set" + option.Name, Activator.CreateInstance(settings)!, "sample");

            string.Join(' ', set.GetArguments())
                .Should()
                .EndWith(argument.Format.Replace("{value}", "sample"), $"{settings.Name}.{option.Name} is set");
        }
    }

    [Fact]
    public void A_property_of_MSBuild_is_set_by_the_method_of_its_name()
    {
        var setters = typeof(DotNetPropertiesOption)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(x => x.Name.StartsWith("Set", StringComparison.Ordinal) && x.GetParameters().Length == 2)
            .Where(x =>
                x.GetParameters()[1].ParameterType is { IsArray: false, IsGenericType: false } or { Name: "Nullable`1" }
            )
            .ToList();

        setters.Should().HaveCountGreaterThan(25);
        foreach (var setter in setters)
        {
            var name = setter.Name["Set".Length..];
            var value = Sample(setter.GetParameters()[1].ParameterType);
            var set = (DotNetBuildSettings)Call(setter.Name, new DotNetBuildSettings(), value);

            set.Properties.Should().ContainKey(name).WhoseValue.Should().Be(value);
            var reset = (DotNetBuildSettings)Call("Reset" + name, set);
            reset.Properties.Should().BeEmpty();
            if (value is not bool)
                continue;
            ((DotNetBuildSettings)Call("Enable" + name, reset)).Properties[name].Should().Be(true);
            ((DotNetBuildSettings)Call("Disable" + name, reset)).Properties[name].Should().Be(false);
        }
    }

    static void Check(Type settings, PropertyInfo option)
    {
        var name = option.Name;
        var empty = Activator.CreateInstance(settings)!;
        if (option.PropertyType == typeof(bool?))
        {
            Value(Call("Enable" + name, empty)).Should().Be(true);
            Value(Call("Disable" + name, empty)).Should().Be(false);
            Value(Call("Toggle" + name, Call("Enable" + name, empty))).Should().Be(false);
        }
        else if (option.PropertyType.Name is "IReadOnlyList`1")
        {
            var item = option.PropertyType.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, 2);
            items.SetValue(Sample(item), 0);
            var set = Call("Set" + name, empty, items);
            Value(set).Should().BeEquivalentTo(items);
            Value(Call("Add" + name, set, items))
                .As<System.Collections.IEnumerable>()
                .Cast<object>()
                .Should()
                .HaveCount(4);
            Value(Call("Remove" + name, set, items)).Should().BeEquivalentTo(Array.Empty<object>());
            Value(Call("Clear" + name, set)).Should().BeEquivalentTo(Array.Empty<object>());
            return;
        }
        else if (option.PropertyType.IsGenericType && option.PropertyType != typeof(int?))
        {
            var singular = name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y" : name.TrimEnd('s');
            var set = Call("Set" + singular, Call("Add" + singular, empty, "k", 1), "l", 2);
            Value(set).Should().BeEquivalentTo(new Dictionary<string, object> { ["k"] = 1, ["l"] = 2 });
            Value(Call("Remove" + singular, set, "k"))
                .Should()
                .BeEquivalentTo(new Dictionary<string, object> { ["l"] = 2 });
            Value(Call("Clear" + name, set)).Should().BeEquivalentTo(new Dictionary<string, object>());
            return;
        }

        var sample = Sample(option.PropertyType);
        Value(Call("Set" + name, empty, sample)).Should().Be(sample, $"Set{name} sets it");
        Value(Call("Reset" + name, Call("Set" + name, empty, sample))).Should().BeNull($"Reset{name} resets it");

        object? Value(object options) => option.GetValue(options);
    }

    /// <summary>Calls the extension method as the compiler would choose it.</summary>
    static object Call(string name, object options, params object[] arguments)
    {
        var method = Methods[name]
            .Where(x => x.GetParameters().Length == arguments.Length + 1)
            .Select(x => Close(x, options.GetType()))
            .FirstOrDefault(x =>
                x is not null
                && x.GetParameters().Skip(1).Zip(arguments).All(y => y.First.ParameterType.IsInstanceOfType(y.Second))
            );
        method.Should().NotBeNull($"{options.GetType().Name} has a method {name}");
        return method!.Invoke(null, [options, .. arguments])!;
    }

    static MethodInfo? Close(MethodInfo method, Type type)
    {
        try
        {
            return method.MakeGenericMethod(type);
        }
        catch (ArgumentException)
        {
            // The type does not fit the method's constraints.
            return null;
        }
    }

    static object Sample(Type type) =>
        type == typeof(string) || type == typeof(object) ? "sample"
        : type == typeof(bool?) ? true
        : type == typeof(int?) ? 3
        : type.GetFields(BindingFlags.Public | BindingFlags.Static)[0].GetValue(null)!;
}
