using System.Text;

namespace Slipway.Workflows.Caching.Store;

/// <summary>
/// What stands in a kept file where the checkout's path stood, without the path's first slash: coverlet takes what paths
/// have in common out of them, and that may be all but the slash.
/// </summary>
static class RootMark
{
    static readonly byte[] s_mark = "\u0001slipway-root\u0001"u8.ToArray();

    /// <returns>Null: the content has the mark itself.</returns>
    public static byte[]? Set(byte[] content, string root) =>
        content.AsSpan().IndexOf(s_mark) >= 0 ? null : Exchange(content, BytesOf(root), s_mark);

    public static byte[] Replace(byte[] content, string root) => Exchange(content, s_mark, BytesOf(root));

    static byte[] BytesOf(string root) => Encoding.UTF8.GetBytes(root.TrimStart('/'));

    static byte[] Exchange(ReadOnlySpan<byte> content, ReadOnlySpan<byte> old, ReadOnlySpan<byte> replacement)
    {
        using var result = new MemoryStream(content.Length);
        while (content.IndexOf(old) is >= 0 and var at)
        {
            result.Write(content[..at]);
            result.Write(replacement);
            content = content[(at + old.Length)..];
        }

        result.Write(content);
        return result.ToArray();
    }
}
