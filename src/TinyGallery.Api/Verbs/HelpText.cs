namespace TinyGallery.Api.Verbs;

static class HelpText
{
    public const string Text = """
        TinyGallery: albums and photos over HTTP

        TinyGallery.Api [--urls ADDRESS]          serve (the database must be migrated: it never is by itself)
        TinyGallery.Api migrate                   bring the database to this build's schema
        TinyGallery.Api migrate --status [--json] show what is applied and what is pending; changes nothing
        TinyGallery.Api migrate --list            print what is pending as JSON, with its SQL; changes nothing
        TinyGallery.Api backup FILE               write everything to FILE, while the service may go on
        TinyGallery.Api restore FILE              replace everything by what FILE holds, or change nothing
        TinyGallery.Api health [--urls ADDRESS]   ask the service on this machine whether it is ready
        TinyGallery.Api openapi                   print the description of its HTTP API (OpenAPI); starts nothing

        Exit codes: 0 done, 1 failed, 2 command line or configuration not understood.

        Environment variables:
          ASPNETCORE_URLS                         where to listen: http://host:port (http://localhost:5000)
          ASPNETCORE_ENVIRONMENT                  Development logs for people; otherwise logs are JSON lines
          ConnectionStrings__Gallery              Host=… or postgres://… for PostgreSQL, Data Source=… for SQLite
                                                  (SQLite in Gallery__DataDirectory)
          Gallery__DataDirectory                  where SQLite's gallery.db is (./data)
          Gallery__ApiKeySha256                   SHA-256 of the key that writes need in X-Api-Key, in hexadecimal:
                                                  printf %s "$KEY" | sha256sum (none: writes are off)
          Gallery__RateLimit__PermitsPerSecond    requests a second from one client address (2000)
          Gallery__Migrations__LockTimeoutSeconds how long a migration's statement waits for a lock (5)
          Gallery__Migrations__Attempts           how often a migration that met a lock is tried (5)
          Gallery__Environment, SLIPWAY_SLOT      what /version says of the place it runs in
          Logging__LogLevel__Default              as in ASP.NET Core (Information)

        """;
}
