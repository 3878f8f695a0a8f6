namespace Slipway.Components.Shipping;

/// <summary>Where this commit goes, found out before anything is built.</summary>
static class Destination
{
    /// <exception cref="BuildException">
    /// No such environment, a detached head, no git repository, or uncommitted changes where commits alone were asked for.
    /// </exception>
    public static Route Of(IHazEnvironments build)
    {
        var route = Route.Of(build.Revision.IsDetached ? null : build.Revision.Branch, build.Environment);
        if (route.IsReview)
            return route;
        foreach (var place in route.Environments.Select(name => Place.Of(build, name)))
        {
            if (build.Environment is not null && place.Spec.RefusesDirty && build.Revision.IsDirty)
                throw new BuildException(
                    $"{place.Spec.Name} takes commits only, and the tree has uncommitted changes. Commit or stash them."
                );
        }

        return route;
    }
}
