using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Journal;

public sealed class JournalFormatTests
{
    const string File = "journal.jsonl";

    static readonly IReadOnlyList<JournalEntry> s_entries =
    [
        Entry(1, JournalEvent.Begun) with
        {
            Revision = Some.V1,
            Purpose = Purpose.Deploy,
            By = "ada",
        },
        Entry(2, JournalEvent.Intended, step: 0),
        Entry(3, JournalEvent.Failed, step: 0) with
        {
            Note = "No \"space\"\nleft: é",
        },
        Entry(4, JournalEvent.RolledBack),
    ];

    static readonly byte[] s_bytes = Bytes(s_entries);

    [Fact]
    public void What_is_written_reads_back()
    {
        var content = JournalFormat.Read(s_bytes, File);

        content.Entries.Should().Equal(s_entries);
        content.Length.Should().Be(s_bytes.Length);
        content.TornLine.Should().BeFalse();
    }

    [Fact]
    public void Every_entry_is_one_line_of_JSON() =>
        Encoding
            .UTF8.GetString(s_bytes)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .HaveCount(4)
            .And.OnlyContain(line => line.StartsWith("{\"at\":") && line.EndsWith("\"}"));

    [Fact]
    public void Cut_off_at_any_byte_it_keeps_the_whole_lines_and_drops_the_torn_one()
    {
        for (var length = 0; length <= s_bytes.Length; length++)
        {
            var cut = s_bytes.AsSpan(0, length);
            var whole = cut.Count((byte)'\n');

            var content = JournalFormat.Read(cut, File);

            content.Entries.Should().Equal(s_entries.Take(whole));
            content.Length.Should().Be(cut.LastIndexOf((byte)'\n') + 1);
            content.TornLine.Should().Be(content.Length < length);
        }
    }

    [Fact]
    public void A_flipped_bit_is_a_clear_error_or_drops_the_last_line()
    {
        var last = s_bytes.AsSpan(0, s_bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var bit = 0; bit < s_bytes.Length * 8; bit++)
        {
            var flipped = (byte[])s_bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            try
            {
                // Only what concerns the last line, or the line end before it, can be taken for a torn write.
                var kept = bit / 8 == last - 1 ? 2 : 3;
                JournalFormat.Read(flipped, File).Entries.Should().Equal(s_entries.Take(kept), $"bit {bit} is flipped");
                (bit / 8).Should().BeGreaterThanOrEqualTo(last - 1);
            }
            catch (DeliveryException damaged)
            {
                damaged.Message.Should().StartWith($"{File}(").And.Contain("the journal is damaged");
            }
        }
    }

    [Fact]
    public void A_line_left_out_doubled_or_moved_is_found()
    {
        var lines = Encoding.UTF8.GetString(s_bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach (var order in new int[][] { [0, 2, 3], [0, 1, 1, 2, 3], [0, 2, 1, 3] })
        {
            var changed = string.Concat(order.Select(line => lines[line] + "\n"));
            FluentActions
                .Invoking(() => JournalFormat.Read(Encoding.UTF8.GetBytes(changed), File))
                .Should()
                .Throw<DeliveryException>()
                .WithMessage($"{File}(*)*checksum*");
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_without_another_exception()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes =>
                {
                    try
                    {
                        JournalFormat.Read([.. s_bytes, .. bytes], File).Entries.Should().Equal(s_entries);
                    }
                    catch (DeliveryException damaged)
                    {
                        damaged.Message.Should().Contain("(5)");
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_entry_of_a_newer_Slipway_says_so()
    {
        var newer = Entry(1, JournalEvent.Begun) with { Format = JournalEntry.CurrentFormat + 1 };

        FluentActions
            .Invoking(() => JournalFormat.Read(Bytes([newer, Entry(2, JournalEvent.Succeeded)]), File))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*newer Slipway*");
    }

    [Fact]
    public void A_newer_last_line_is_not_taken_for_a_torn_one()
    {
        var newer = Entry(1, JournalEvent.Begun) with { Format = JournalEntry.CurrentFormat + 1 };

        FluentActions
            .Invoking(() => JournalFormat.Read(Bytes([newer]), File))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*newer Slipway*");
    }

    static byte[] Bytes(IEnumerable<JournalEntry> entries)
    {
        var bytes = new List<byte>();
        var checksum = "";
        foreach (var entry in entries)
        {
            (var line, checksum) = JournalFormat.Write(entry, checksum);
            bytes.AddRange(line);
        }

        return [.. bytes];
    }

    static JournalEntry Entry(long sequence, JournalEvent happened, int? step = null) =>
        new()
        {
            Sequence = sequence,
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Token = 7,
            Event = happened,
            Plan = new string('a', 64),
            Step = step,
        };
}
