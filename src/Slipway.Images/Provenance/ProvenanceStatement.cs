using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Images;

/// <summary>
/// How an image was built, as an in-toto Statement v1 (github.com/in-toto/attestation, spec/v1/statement.md) with SLSA's
/// provenance v1 (slsa.dev/spec/v1.0/provenance). Nobody has signed it.
/// </summary>
public sealed class ProvenanceStatement
{
    /// <summary>What the fields mean: docs/supply-chain.md.</summary>
    public const string BuildType = "https://slipway.dev/builds/image/v1";

    /// <summary>What its files are called.</summary>
    public const string Extension = ".provenance.json";

    const string StatementType = "https://in-toto.io/Statement/v1";
    const string PredicateType = "https://slsa.dev/provenance/v1";

    static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly JsonObject _document;

    ProvenanceStatement(JsonObject document, Digest image, IReadOnlyDictionary<string, Digest> others)
    {
        _document = document;
        (Image, Others) = (image, others);
    }

    /// <summary>The image that it is about: the first subject.</summary>
    public Digest Image { get; }

    /// <summary>The other subjects: files that belong to the image, by their names.</summary>
    public IReadOnlyDictionary<string, Digest> Others { get; }

    public static ProvenanceStatement Of(ImageBuild build) =>
        new(
            new JsonObject
            {
                ["_type"] = StatementType,
                ["subject"] = new JsonArray(Subject(build.Name, build.Image)),
                ["predicateType"] = PredicateType,
                ["predicate"] = new JsonObject
                {
                    ["buildDefinition"] = Definition(build),
                    ["runDetails"] = new JsonObject
                    {
                        ["builder"] = new JsonObject { ["id"] = build.Builder.Id },
                        ["metadata"] = Metadata(build),
                    },
                },
            },
            build.Image,
            new Dictionary<string, Digest>(StringComparer.Ordinal)
        );

    /// <returns>Null: it is no statement that this class wrote.</returns>
    public static ProvenanceStatement? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            if (
                JsonNode.Parse(json) is not JsonObject document
                || (string?)document["_type"] is not StatementType
                || (string?)document["predicateType"] is not PredicateType
                || document["subject"] is not JsonArray subjects
            )
                return null;
            var read = subjects
                .Select(subject =>
                    (
                        Name: (string)subject!["name"]!,
                        Digest: Digest.Parse($"sha256:{(string?)subject["digest"]!["sha256"]}")
                    )
                )
                .ToList();
            return new ProvenanceStatement(
                document,
                read[0].Digest,
                read.Skip(1).ToDictionary(subject => subject.Name, subject => subject.Digest, StringComparer.Ordinal)
            );
        }
        catch (Exception failure)
            when (failure
                    is JsonException
                        or InvalidOperationException
                        or FormatException
                        or NullReferenceException
                        or ArgumentException
                        or ImageException
            )
        {
            return null;
        }
    }

    /// <summary>The same about other files beside the image.</summary>
    public ProvenanceStatement About(IReadOnlyDictionary<string, Digest> others)
    {
        var document = _document.DeepClone().AsObject();
        document["subject"] = new JsonArray([
            document["subject"]![0]!.DeepClone(),
            .. others
                .OrderBy(other => other.Key, StringComparer.Ordinal)
                .Select(other => Subject(other.Key, other.Value)),
        ]);
        return new ProvenanceStatement(document, Image, others);
    }

    /// <summary>UTF-8; the same statement gives the same bytes.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Form))
            _document.WriteTo(writer);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="ImageException">The disk is full, or the directory cannot be written.</exception>
    public void Save(string path) =>
        FileErrors.Explain(
            $"The provenance could not be written to {path}",
            () =>
            {
                var directory = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!).FullName;
                DurableFile.Replace(path, directory, ToJson());
                return path;
            }
        );

    static JsonObject Definition(ImageBuild build)
    {
        var definition = new JsonObject
        {
            ["buildType"] = BuildType,
            ["externalParameters"] = new JsonObject(
                build
                    .Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                    .Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)parameter.Value))
            ),
        };
        if (build.IsDirty)
            definition["internalParameters"] = new JsonObject { ["uncommittedChanges"] = true };
        definition["resolvedDependencies"] = new JsonArray([.. Dependencies(build)]);
        return definition;
    }

    static IEnumerable<JsonObject> Dependencies(ImageBuild build)
    {
        var source = new JsonObject { ["name"] = "sources" };
        if (build.Repository is { } repository)
            source["uri"] =
                $"git+{repository.GetLeftPart(UriPartial.Scheme)}{repository.Authority}{repository.AbsolutePath}";
        source["digest"] = new JsonObject { ["gitCommit"] = build.Commit };
        yield return source;
        if (build.BaseImage is { } image)
            yield return Subject("base image", image);
        yield return new JsonObject { ["name"] = ".NET SDK", ["uri"] = $"pkg:generic/dotnet-sdk@{build.Sdk}" };
        foreach (var (path, digest) in build.Locks.OrderBy(file => file.Key, StringComparer.Ordinal))
            yield return Subject(path, digest);
    }

    static JsonObject Metadata(ImageBuild build)
    {
        var metadata = new JsonObject();
        if (build.Builder.Invocation is { } invocation)
            metadata["invocationId"] = invocation;
        metadata["startedOn"] = Rfc3339(build.Started);
        metadata["finishedOn"] = Rfc3339(build.Finished);
        return metadata;
    }

    static JsonObject Subject(string name, Digest digest) =>
        new()
        {
            ["name"] = name,
            ["digest"] = new JsonObject { ["sha256"] = digest.Hex },
        };

    static string Rfc3339(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
