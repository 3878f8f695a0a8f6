namespace Slipway.Releases;

/// <summary>Is told how a release goes.</summary>
public interface IReleaseObserver
{
    void Began(string step);

    /// <param name="wasSo">It was done already, and is left as it is.</param>
    void Ended(string step, bool wasSo, string detail);

    void Failed(string step, string why);
}
