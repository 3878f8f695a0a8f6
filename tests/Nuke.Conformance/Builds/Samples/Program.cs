// One executable holds all sample builds: the variable CONFORMANCE_SAMPLE says which one a run is about.
return Environment.GetEnvironmentVariable("CONFORMANCE_SAMPLE") switch
{
    nameof(Components) => Components.Run(),
    nameof(Conditions) => Conditions.Run(),
    nameof(Cycle) => Cycle.Run(),
    nameof(Events) => Events.Run(),
    nameof(Failures) => Failures.Run(),
    nameof(Generators) => Generators.Run(),
    nameof(Graph) => Graph.Run(),
    nameof(Help) => Help.Run(),
    nameof(Injection) => Injection.Run(),
    nameof(Ordering) => Ordering.Run(),
    nameof(Parameters) => Parameters.Run(),
    nameof(Paths) => Paths.Run(),
    nameof(Requirements) => Requirements.Run(),
    nameof(Secrets) => Secrets.Run(),
    nameof(Skipping) => Skipping.Run(),
    nameof(Tools) => Tools.Run(),
    nameof(Workflows) => Workflows.Run(),
    var other => throw new InvalidOperationException($"CONFORMANCE_SAMPLE is '{other}': no such sample."),
};
