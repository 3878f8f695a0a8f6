namespace Slipway.Components.Tests;

[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class JsonOutputTests : IDisposable
{
    /// <summary>The console is the process's.</summary>
    const string Name = "console";

    readonly TextWriter _output = Console.Out;
    readonly TextWriter _error = Console.Error;
    readonly StringWriter _writtenOut = new();
    readonly StringWriter _writtenError = new();

    public JsonOutputTests()
    {
        Console.SetOut(_writtenOut);
        Console.SetError(_writtenError);
    }

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_error);
        _writtenOut.Dispose();
        _writtenError.Dispose();
    }

    [Fact]
    public void With_json_standard_output_carries_the_JSON_alone()
    {
        JsonOutput.Prepare(["Status", "--json"]);

        Console.WriteLine("what the engine says");
        JsonOutput.Write("{}");

        _writtenOut.ToString().Should().Be($"{{}}{Environment.NewLine}");
        _writtenError.ToString().Should().Be($"what the engine says{Environment.NewLine}");
    }

    [Fact]
    public void Without_json_nothing_is_moved()
    {
        JsonOutput.Prepare(["Status"]);

        Console.WriteLine("what the engine says");

        _writtenOut.ToString().Should().Be($"what the engine says{Environment.NewLine}");
    }
}
