using Nuke.Common;

class Help : Sample
{
    public static int Run() => Execute<Help>(x => x.Compile);

    [Parameter("Where the result goes.")]
    readonly string OutputPath;

    [Parameter]
    readonly string Undescribed;

    [Parameter("Not shown.", List = false)]
    readonly string Unlisted;

    Target Restore => _ => _.Description("Fetches what is needed.").Executes(Ran());
    Target Compile => _ => _.DependsOn(Restore).Executes(Ran());
    Target Hidden => _ => _.Unlisted().Executes(Ran());
}
