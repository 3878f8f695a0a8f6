namespace TinyGallery.Api.Configuration;

/// <summary>A setting that cannot be used. The message names the setting and what it takes; never its value if secret.</summary>
sealed class InvalidConfigurationException(string message) : Exception(message);
