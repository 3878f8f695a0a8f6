namespace Nuke.Conformance;

/// <summary>
/// Random graphs, drawn once, with the order in which NUKE 10.1.0 ran them: <c>A&gt;B</c> A depends on B, <c>A~B</c> A
/// comes after B, <c>A!B</c> A triggers B.
/// </summary>
public class PlannerTests
{
    [Theory]
    [InlineData("D>H E>G D~F B>I J>B F>C F>H E>I E~C J>C J~I", "A B C D E F G H I J", "ICBJHGFEDA")]
    [InlineData("I>D I>C C>F H~G H>A I!B", "A B C D E F G H I J", "JFDCIGAHEB")]
    [InlineData("D>J D>F J~C D~G I~B B~E F~A H>E F~B C>F F>E B>A J>B", "A B C D E F G H I J", "EABFCJIHGD")]
    [InlineData("E>C I!J E!G F>E A!D F>I C!F", "A B C D E F G H I J", "IJHCEGFADB")]
    [InlineData("J~E F>J I>F I~C I>H F>H H!B I>D A>J", "A B C D E F G H I J", "EJHFDCIGBA")]
    [InlineData("A>C J>G H!D J>F F~H D>I B~I C!B E~H F!B D>C D>F", "A B C D E F G H I J", "HGFJIECDBA")]
    [InlineData("H>C J>H I>D C>F D~C G~D H!D B>H A!C F!D", "A B C D E F G H I J", "FACHJDIGEB")]
    [InlineData("A~E H!F G~D H~D G>E F>I G>J", "A B C D E F G H I J", "JIDHEGFCBA")]
    [InlineData("D>H E>G D~F B>I J>B F>C F>H E>I E~C J>C J~I", "H I J", "ICBJH")]
    [InlineData("D>J D>F J~C D~G I~B B~E F~A H>E F~B C>F F>E B>A J>B", "A F I", "EAFI")]
    [InlineData("E>C I!J E!G F>E A!D F>I C!F", "A C", "IJCEGFAD")]
    [InlineData("A>C J>G H!D J>F F~H D>I B~I C!B E~H F!B D>C D>F", "F H J", "HGFJICDB")]
    [InlineData("H>C J>H I>D C>F D~C G~D H!D B>H A!C F!D", "A D", "FACD")]
    [InlineData("G>F J>D D>B B!G G~A J>G J~I I>B", "B C D I", "BIFGDC")]
    [InlineData("I>G H~B D!G B~A J>D H>D", "D E G I", "DGIE")]
    [InlineData("B>C I>J F~C I>G H>F E!D", "A C F H", "CFHA")]
    [InlineData("B>C J>C A>H E~H D~J E>J J!B I>D F~C", "A G I", "DIHGA")]
    public async Task Any_graph_runs_in_NUKE_s_order(string edges, string invoked, string expected)
    {
        using var sample = new SampleBuild("Graph") { Environment = { ["CONFORMANCE_EDGES"] = edges } };

        var run = await sample.RunAsync(invoked.Split(' '));

        run.ExitCode.Should().Be(0, run.All);
        string.Concat(run.Ran).Should().Be(expected);
    }
}
