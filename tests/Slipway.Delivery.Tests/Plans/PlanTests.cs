using System.Text;
using System.Text.Json.Nodes;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Plans;

public sealed class PlanTests : IDisposable
{
    static readonly Plan s_plan = Planner.Deploy(Some.Environment, "local", Some.Serving(Some.V1), Some.V2);

    readonly TempDirectory _directory = new();

    [Fact]
    public void A_plan_reads_back_as_it_was_written()
    {
        var path = Saved();

        var loaded = Plan.Load(path, s_plan.Digest);

        loaded.Should().BeEquivalentTo(s_plan, options => options.RespectingRuntimeTypes());
        loaded.Digest.Should().Be(s_plan.Digest);
    }

    [Fact]
    public async Task Its_digest_is_what_sha256sum_says_of_the_file()
    {
        var result = await CommandLine.RunAsync("sha256sum", [Saved()]);

        result.Output.Should().StartWith(s_plan.Digest);
    }

    [Fact]
    public void The_same_wish_in_the_same_world_has_the_same_digest() =>
        Planner.Deploy(Some.Environment, "local", Some.Serving(Some.V1), Some.V2).Digest.Should().Be(s_plan.Digest);

    [Fact]
    public void Another_world_has_another_digest() =>
        Planner.Deploy(Some.Environment, "local", Some.Serving(Some.V3), Some.V2).Digest.Should().NotBe(s_plan.Digest);

    [Fact]
    public void Health_is_no_part_of_it() =>
        Planner
            .Deploy(
                Some.Environment,
                "local",
                Some.Serving(Some.V1) with
                {
                    Blue = new SlotState(Slot.Blue, Some.V1, 1, 0, 100),
                },
                Some.V2
            )
            .Digest.Should()
            .Be(s_plan.Digest);

    [Fact]
    public void No_setting_is_in_it()
    {
        var secret = Some.Environment with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Password"] = "hunter2" },
        };
        var path = _directory["plan.json"];

        Planner.Deploy(secret, "local", World.Empty, Some.V1).Save(path);

        File.ReadAllText(path).Should().NotContain("hunter2").And.NotContain("Password");
    }

    [Fact]
    public void A_missing_plan_is_one_clear_error() =>
        Loading(_directory["none.json"]).WithMessage("There is no plan *none.json. Make one: ./build.sh Preview.");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":1,"purpose":"dance"}""")]
    public void A_malformed_plan_is_one_clear_error(string content) =>
        Loading(_directory.Write("plan.json", content)).WithMessage("*plan.json is no plan: *");

    [Fact]
    public void A_plan_of_a_newer_Slipway_says_so() =>
        Loading(_directory.Write("plan.json", """{"format":2,"wonder":true}"""))
            .WithMessage("*written by a newer Slipway (format 2)*");

    [Fact]
    public void An_edited_plan_is_refused()
    {
        var path = Saved();
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"port\":8081", "\"port\": 8081"));

        Loading(path).WithMessage("*was edited*");
    }

    [Fact]
    public void Another_plan_than_the_one_meant_is_refused() =>
        Loading(Saved(), new string('0', 64)).WithMessage($"*is not the plan 0000*its digest is {s_plan.Digest}*");

    [Fact]
    public void A_point_of_no_return_outside_of_the_steps_is_refused()
    {
        var path = _directory["plan.json"];
        (s_plan with { PointOfNoReturn = 99 }).Save(path);

        Loading(path).WithMessage("*point of no return*");
    }

    [Fact]
    public void Any_flipped_bit_is_found()
    {
        var path = Saved();
        var content = File.ReadAllBytes(path);
        for (var index = 0; index < content.Length; index += 7)
        {
            var flipped = (byte[])content.Clone();
            flipped[index] ^= 0x04;
            File.WriteAllBytes(path, flipped);
            Loading(path, s_plan.Digest).Which.Message.Should().NotBeEmpty();
        }
    }

    [Fact]
    public void Every_kind_of_step_has_a_title() =>
        new Step[]
        {
            new OpenGateway(8081, null),
            new OpenGateway(9081, 8081),
            new Migrate(Some.V1),
            new StartSlot(Slot.Blue, Some.V1, 1),
            new AwaitReady(Slot.Blue, 1, 60),
            new Smoke(Slot.Blue, Some.V1, Via.Preview, []),
            new Smoke(Slot.Blue, Some.V1, Via.Public, []),
            new Switch(Slot.Blue, null),
            new Switch(Slot.Blue, Slot.Green),
            new Drain(Slot.Green, 30),
            new Shift(new Split(90, 10), Split.AllTo(Slot.Blue)),
            new Hold(30, Slot.Blue),
            new StopSlot(Slot.Blue, Some.V1, 1, 60),
            new Scale(Slot.Blue, Some.V1, 1, 2, 60),
            new Bake(Slot.Green, Slot.Blue, 60, new Budget(), Baseline.SameTime),
            new Bake(Slot.Green, Slot.Blue, 60, new Budget(), Baseline.Before),
        }
            .Select(step => step.Title)
            .Should()
            .OnlyHaveUniqueItems()
            .And.NotContain(title => string.IsNullOrEmpty(title));

    [Fact]
    public void One_check_is_not_several() =>
        new Smoke(Slot.Blue, Some.V1, Via.Public, [SmokeCheck.Get("/version")])
            .Title.Should()
            .Be("Smoke the public address (1 check)");

    [Fact]
    public void No_title_is_in_it() =>
        Encoding.UTF8.GetString(CanonicalJson.Write(s_plan)).Should().NotContain("\"title\"");

    [Fact]
    public void A_plan_that_an_older_Slipway_wrote_with_titles_keeps_its_digest_whatever_they_say()
    {
        var json = JsonNode.Parse(CanonicalJson.Write(s_plan))!;
        foreach (var step in json["steps"]!.AsArray())
            step!["title"] = "As it was called then";
        var content = CanonicalJson.Write(json);
        File.WriteAllBytes(_directory["older.json"], content);

        var loaded = Plan.Load(_directory["older.json"], CanonicalJson.Sha256(content));

        loaded.Digest.Should().Be(CanonicalJson.Sha256(content)).And.NotBe(s_plan.Digest);
        loaded.Steps.Select(step => step.Title).Should().Equal(s_plan.Steps.Select(step => step.Title));
    }

    public void Dispose() => _directory.Dispose();

    string Saved()
    {
        var path = _directory["saved.json"];
        s_plan.Save(path);
        Encoding.UTF8.GetString(File.ReadAllBytes(path)).Should().StartWith("{\"environment\":");
        return path;
    }

    static FluentAssertions.Specialized.ExceptionAssertions<DeliveryException> Loading(
        string path,
        string? digest = null
    ) => FluentActions.Invoking(() => Plan.Load(path, digest)).Should().Throw<DeliveryException>();
}
