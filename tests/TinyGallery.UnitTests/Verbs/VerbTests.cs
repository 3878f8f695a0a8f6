using TinyGallery.Api.Verbs;

namespace TinyGallery.UnitTests.Verbs;

public sealed class VerbTests
{
    [Theory]
    [InlineData("", "Serve { Urls =  }")]
    [InlineData("--urls http://127.0.0.1:1", "Serve { Urls = http://127.0.0.1:1 }")]
    [InlineData("--urls=http://127.0.0.1:1", "Serve { Urls = http://127.0.0.1:1 }")]
    [InlineData("migrate", "Migrate { }")]
    [InlineData("migrate --status", "MigrateStatus { Json = False }")]
    [InlineData("migrate --status --json", "MigrateStatus { Json = True }")]
    [InlineData("migrate --json --status", "MigrateStatus { Json = True }")]
    [InlineData("migrate --list", "MigrateList { }")]
    [InlineData("backup a.db", "Backup { File = a.db }")]
    [InlineData("restore a.db", "Restore { File = a.db }")]
    [InlineData("health", "Health { Urls =  }")]
    [InlineData("health --urls http://127.0.0.1:1", "Health { Urls = http://127.0.0.1:1 }")]
    [InlineData("openapi", "OpenApi { }")]
    [InlineData("--help", "Help { }")]
    [InlineData("migrate -h", "Help { }")]
    public void A_command_line_means_one_verb(string line, string verb)
    {
        Verb.Parse(Split(line)).ToString().Should().Be(verb);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate now")]
    [InlineData("migrate --json")]
    [InlineData("backup")]
    [InlineData("backup a b")]
    [InlineData("backup --force")]
    [InlineData("restore")]
    [InlineData("health now")]
    [InlineData("openapi --json")]
    [InlineData("--urls")]
    [InlineData("--port 80")]
    [InlineData("--urls http://127.0.0.1:1 --more")]
    public void What_cannot_be_understood_is_not_guessed_at(string line)
    {
        FluentActions.Invoking(() => Verb.Parse(Split(line))).Should().Throw<UsageException>();
    }

    static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
