using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

abstract class ParametersBase : Sample
{
    [Parameter]
    protected readonly string Inherited;

    [Parameter]
    readonly string HiddenInBase;

    protected void TellBase()
    {
        Tell(nameof(Inherited), Inherited);
        Tell(nameof(HiddenInBase), HiddenInBase);
    }
}

class Parameters : ParametersBase
{
    public static int Run() => Execute<Parameters>(x => x.Print);

    [Parameter]
    readonly string Text = "initial";

    [Parameter]
    readonly int Number = 1;

    [Parameter]
    readonly int? MaybeNumber;

    [Parameter]
    readonly bool Flag;

    [Parameter]
    readonly bool? MaybeFlag;

    [Parameter]
    readonly Hue Hue = Hue.Red;

    [Parameter]
    readonly Flavour Flavour = Flavour.Plain;

    [Parameter]
    readonly string[] Items = [];

    [Parameter(Separator = "+")]
    readonly string[] Joined = [];

    [Parameter]
    readonly int[] Numbers;

    [Parameter]
    readonly AbsolutePath Where;

    [Parameter(Name = "called")]
    readonly string Renamed;

    [Parameter]
    readonly string TwoWordsHTTP;

    [Parameter]
    string Property { get; }

    [Parameter]
    readonly double Ratio;

    [Parameter(ValueProviderMember = nameof(Choices))]
    readonly string Choice;

    IEnumerable<string> Choices => ["one", "two"];

    Target Print =>
        _ =>
            _.Executes(() =>
            {
                Tell(nameof(Text), Text);
                Tell(nameof(Number), Number);
                Tell(nameof(MaybeNumber), MaybeNumber);
                Tell(nameof(Flag), Flag);
                Tell(nameof(MaybeFlag), MaybeFlag);
                Tell(nameof(Hue), Hue);
                Tell(nameof(Flavour), Flavour);
                Tell(nameof(Items), Items);
                Tell(nameof(Joined), Joined);
                Tell(nameof(Numbers), Numbers);
                Tell(nameof(Where), Where?.ToString());
                Tell(nameof(Renamed), Renamed);
                Tell(nameof(TwoWordsHTTP), TwoWordsHTTP);
                Tell(nameof(Property), Property);
                Tell(nameof(Ratio), Ratio);
                Tell(nameof(Choice), Choice);
                TellBase();
                Tell(nameof(RootDirectory), RootDirectory.ToString());
                Tell(nameof(TemporaryDirectory), TemporaryDirectory.ToString());
                Tell(nameof(Verbosity), Verbosity);
                Tell(nameof(Host), Host.GetType().Name);
                Tell(nameof(IsLocalBuild), IsLocalBuild);
                Tell(nameof(InvokedTargets), InvokedTargets.Select(x => x.Name));
            });

    Target Other => _ => _.Executes(Ran());
}

enum Hue
{
    Red,
    Green,
    Blue,
}

[TypeConverter(typeof(TypeConverter<Flavour>))]
class Flavour : Enumeration
{
    public static Flavour Plain = new() { Value = nameof(Plain) };
    public static Flavour Sweet = new() { Value = nameof(Sweet) };
}
