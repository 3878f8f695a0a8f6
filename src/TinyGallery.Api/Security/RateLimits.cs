using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TinyGallery.Api.Configuration;
using TinyGallery.Api.Http;

namespace TinyGallery.Api.Security;

/// <summary>A bucket of tokens for each client address; and few uploads at a time, as each is held in memory.</summary>
static class RateLimits
{
    public const string Uploads = "uploads";

    const int UploadsAtATime = 16;
    const int WaitingUploads = 256;
    const int RefillsPerSecond = 10;

    public static void AddGalleryRateLimits(this IServiceCollection services, GallerySettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, UInt128>(context =>
                RateLimitPartition.GetTokenBucketLimiter(
                    ClientAddress.Partition(context.Connection.RemoteIpAddress),
                    _ => Bucket(settings.PermitsPerSecond)
                )
            );
            options.AddConcurrencyLimiter(
                Uploads,
                limit =>
                {
                    limit.PermitLimit = UploadsAtATime;
                    limit.QueueLimit = WaitingUploads;
                }
            );
            options.OnRejected = RejectAsync;
        });

    static TokenBucketRateLimiterOptions Bucket(int permitsPerSecond) =>
        permitsPerSecond < RefillsPerSecond
            ? new()
            {
                TokenLimit = permitsPerSecond,
                TokensPerPeriod = permitsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }
            : new()
            {
                TokenLimit = permitsPerSecond,
                TokensPerPeriod = permitsPerSecond / RefillsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1d / RefillsPerSecond),
            };

    static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.Zero;
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems
            .Of(StatusCodes.Status429TooManyRequests, "Too many requests at once. Wait as long as Retry-After says.")
            .ExecuteAsync(rejected.HttpContext);
    }
}
