using System.Globalization;
using System.Reflection.Metadata;
using System.Text.Json;

namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>Values that compilers copy into the callers.</summary>
static class Constants
{
    /// <returns><c> = value</c>, on one line; empty: there is none.</returns>
    public static string Write(MetadataReader reader, ConstantHandle handle)
    {
        if (handle.IsNil)
            return "";
        var constant = reader.GetConstant(handle);
        var value = reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
        return " = "
            + value switch
            {
                null => "null",
                string or char => JsonSerializer.Serialize(value.ToString()),
                bool truth => truth ? "true" : "false",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
    }
}
