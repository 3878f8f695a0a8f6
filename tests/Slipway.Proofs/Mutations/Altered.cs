using System.Reflection;
using Slipway.Delivery.Execution;

namespace Slipway.Proofs.Mutations;

/// <summary>A platform with one of its protections taken out.</summary>
public class Altered : DispatchProxy
{
    IPlatform _platform = null!;
    Func<MethodInfo, object?[], bool> _skips = (_, _) => false;

    /// <summary>The effects of which <paramref name="skips"/> says so do nothing and say that they have succeeded.</summary>
    public static IPlatform Skipping(IPlatform platform, Func<string, object?[], bool> skips) =>
        Create(platform, (method, arguments) => skips(method.Name, arguments));

    /// <summary>Every effect acts with the token that <paramref name="token"/> gives instead of its own.</summary>
    public static IPlatform WithToken(IPlatform platform, Func<long> token) =>
        Create(
            platform,
            (_, arguments) =>
            {
                for (var index = 0; index < arguments.Length; index++)
                {
                    if (arguments[index] is EffectContext context)
                        arguments[index] = context with { Token = token() };
                }

                return false;
            }
        );

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object?[] arguments = args ?? [];
        if (_skips(targetMethod!, arguments))
            return Task.CompletedTask;
        return targetMethod!.Invoke(
            _platform,
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            arguments,
            culture: null
        );
    }

    static IPlatform Create(IPlatform platform, Func<MethodInfo, object?[], bool> skips)
    {
        var proxy = Create<IPlatform, Altered>();
        ((Altered)(object)proxy)._platform = platform;
        ((Altered)(object)proxy)._skips = skips;
        return proxy;
    }
}
