using System.Reflection;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Execution;

namespace Slipway.Proofs.Kills;

/// <summary>A platform and its database with something around each call.</summary>
public class Wrapped : DispatchProxy
{
    object _real = null!;
    Around _around = null!;

    /// <param name="call">Makes the call; its answer is that of the real one.</param>
    internal delegate object? Around(MethodInfo method, object?[] arguments, Func<object?> call);

    internal static IPlatform Platform(IPlatform platform, Around around) => Create(platform, around);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = _around(targetMethod!, args ?? [], Call);
        return answer is IDatabase database ? Create(database, _around) : answer;

        object? Call() =>
            targetMethod!.Invoke(_real, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
    }

    static T Create<T>(T real, Around around)
        where T : class
    {
        var proxy = Create<T, Wrapped>();
        var wrapped = (Wrapped)(object)proxy;
        wrapped._real = real;
        wrapped._around = around;
        return proxy;
    }
}
