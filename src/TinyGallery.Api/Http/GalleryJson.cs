using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using TinyGallery.Api.Albums;
using TinyGallery.Api.Health;
using TinyGallery.Api.Photos;
using TinyGallery.Api.Verbs;

namespace TinyGallery.Api.Http;

/// <summary>Everything that is JSON here, compiled: nothing is reflected over at start or at run time.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AlbumRequest))]
[JsonSerializable(typeof(Album))]
[JsonSerializable(typeof(Page<Album>))]
[JsonSerializable(typeof(PhotoRequest))]
[JsonSerializable(typeof(Photo))]
[JsonSerializable(typeof(Page<Photo>))]
[JsonSerializable(typeof(VersionDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(MigrationStatusDocument))]
[JsonSerializable(typeof(PendingMigrationsDocument))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
sealed partial class GalleryJson : JsonSerializerContext;
