using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace Benchmarks.Gateway;

/// <summary>The servers that this program itself plays, each as a process of its own.</summary>
static class Roles
{
    static readonly byte[] Answer = "{\"albums\":[{\"id\":1,\"name\":\"Slipway\"}]}"u8.ToArray();

    /// <summary>The instance behind every proxy: 38 bytes of JSON.</summary>
    public static Task BackendAsync(string address) =>
        ServeAsync(
            address,
            async context =>
            {
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = Answer.Length;
                await context.Response.Body.WriteAsync(Answer);
            }
        );

    /// <summary>
    /// YARP's forwarder as its documentation shows it, with the Host and the X-Forwarded headers that the other proxies set.
    /// </summary>
    public static Task BareYarpAsync(string address, string backend) => BareYarp(address, backend).RunAsync();

    public static WebApplication BareYarp(string address, string backend)
    {
        var app = Create(address, services => services.AddHttpForwarder());
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        var client = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = System.Net.DecompressionMethods.None,
                UseCookies = false,
                ActivityHeadersPropagator = null,
            }
        );
        var config = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(100) };
        app.Run(async context =>
        {
            var error = await forwarder.SendAsync(context, backend, client, config, ForwardedHeaders.Transformer);
            if (error != ForwarderError.None && !context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
        });
        return app;
    }

    static Task ServeAsync(string address, RequestDelegate handler)
    {
        var app = Create(address, _ => { });
        app.Run(handler);
        return app.RunAsync();
    }

    static WebApplication Create(string address, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        configure(builder.Services);
        return builder.Build();
    }
}
