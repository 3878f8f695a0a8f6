namespace Slipway.Delivery;

/// <summary>
/// A failure that is expected and explained: the message says what, where and what to do, and is all a person needs
/// to see of it.
/// </summary>
public class DeliveryException : Exception
{
    public DeliveryException(string message)
        : base(message) { }

    public DeliveryException(string message, Exception inner)
        : base(message, inner) { }
}
