using System.Globalization;
using System.Text;

namespace Slipway.Releases;

/// <summary>Writes a configuration as YAML, every key that is set, in GitVersion's order.</summary>
static class ConfigurationText
{
    public static string Write(VersionConfiguration configuration)
    {
        var text = new Lines();
        Write(text, configuration.Fallback);
        text.Add("workflow", configuration.Workflow);
        text.Add("assembly-versioning-scheme", configuration.AssemblyScheme);
        text.Add("assembly-file-versioning-scheme", configuration.AssemblyFileScheme);
        text.Add("assembly-informational-format", configuration.InformationalFormat);
        text.Add("assembly-versioning-format", configuration.AssemblyFormat);
        text.Add("assembly-file-versioning-format", configuration.AssemblyFileFormat);
        text.Add("tag-prefix", configuration.TagPrefix);
        text.Add("version-in-branch-pattern", configuration.VersionInBranch);
        text.Add("next-version", configuration.NextVersion);
        text.Add("major-version-bump-message", configuration.MajorBump);
        text.Add("minor-version-bump-message", configuration.MinorBump);
        text.Add("patch-version-bump-message", configuration.PatchBump);
        text.Add("no-bump-message", configuration.NoBump);
        text.Add("version-bump-reset-message", configuration.BumpReset);
        text.Add("tag-pre-release-weight", configuration.TagPreReleaseWeight);
        text.Add("commit-date-format", configuration.CommitDateFormat);
        text.Section(
            "merge-message-formats",
            () =>
            {
                foreach (var (name, pattern) in configuration.MergeFormats)
                    text.Add(name, pattern);
            }
        );
        text.Add("update-build-number", configuration.UpdateBuildNumber);
        text.Add("semantic-version-format", configuration.Format);
        text.List("strategies", configuration.StrategyList.Select(strategy => strategy.ToString()));
        text.Section(
            "branches",
            () =>
            {
                foreach (var (name, rules) in configuration.Branches)
                    text.Section(name, () => Write(text, rules));
            }
        );
        text.Section(
            "ignore",
            () =>
            {
                text.Add(
                    "commits-before",
                    configuration.Ignore.Before?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
                );
                text.List("sha", configuration.Ignore.Commits);
                text.List("paths", configuration.Ignore.Paths);
            }
        );
        return text.ToString();
    }

    static void Write(Lines text, BranchRules rules)
    {
        text.Add("mode", rules.Mode);
        text.Add("label", rules.Label);
        text.Add("increment", rules.Increment);
        text.Section(
            "prevent-increment",
            () =>
            {
                text.Add("of-merged-branch", rules.PreventOfMergedBranch);
                text.Add("when-branch-merged", rules.PreventWhenBranchMerged);
                text.Add("when-current-commit-tagged", rules.PreventWhenTagged);
            }
        );
        text.Add("track-merge-target", rules.TrackMergeTarget);
        text.Add("track-merge-message", rules.TrackMergeMessage);
        text.Add("commit-message-incrementing", rules.MessageIncrements);
        text.Add("regex", rules.Regex);
        text.List("source-branches", rules.SourceBranches);
        text.List("is-source-branch-for", rules.IsSourceBranchFor);
        text.Add("tracks-release-branches", rules.TracksReleaseBranches);
        text.Add("is-release-branch", rules.IsReleaseBranch);
        text.Add("is-main-branch", rules.IsMainBranch);
        text.Add("pre-release-weight", rules.PreReleaseWeight);
    }

    sealed class Lines
    {
        readonly StringBuilder _text = new();
        int _depth;

        public void Add(string key, object? value)
        {
            var text = value switch
            {
                null => null,
                bool flag => flag ? "true" : "false",
                string raw => $"'{raw.Replace("'", "''", StringComparison.Ordinal)}'",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
            if (text is not null)
                Line($"{key}: {text}");
        }

        public void List(string key, IEnumerable<string> items)
        {
            var all = items.ToList();
            Line(all.Count == 0 ? $"{key}: []" : $"{key}:");
            foreach (var item in all)
                Line($"  - '{item.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        public void Section(string key, Action write)
        {
            var start = _text.Length;
            Line($"{key}:");
            var length = _text.Length;
            _depth++;
            write();
            _depth--;
            if (_text.Length > length)
                return;
            _text.Length = start;
            Line($"{key}: {{}}");
        }

        public override string ToString() => _text.ToString();

        void Line(string text) => _text.Append(' ', _depth * 2).Append(text).Append('\n');
    }
}
