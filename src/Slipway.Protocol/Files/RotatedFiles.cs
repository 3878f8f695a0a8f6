using System.Globalization;

namespace Slipway.Protocol.Files;

/// <summary>Logs by age: <c>a.log</c> is written to, <c>a.log.1</c> is the one before, <c>a.log.5</c> the oldest.</summary>
public static class RotatedFiles
{
    /// <summary>The name of the older file of that age, from 1.</summary>
    public static string Older(string path, int age) => path + "." + age.ToString(CultureInfo.InvariantCulture);

    /// <summary>Moves every older file one further, so that age 1 is free; the oldest of <paramref name="kept"/> goes.</summary>
    public static void MakeRoom(string path, int kept)
    {
        for (var age = kept; age > 1; age--)
        {
            if (File.Exists(Older(path, age - 1)))
                File.Move(Older(path, age - 1), Older(path, age), overwrite: true);
        }

        File.Delete(Older(path, 1));
    }
}
