namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Who writes a value, and so who must be able to read it.</summary>
enum Direction
{
    /// <summary>The client: what it could send before must still be taken.</summary>
    Request,

    /// <summary>The service: it may send nothing that could not come before.</summary>
    Response,
}
