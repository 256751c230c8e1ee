using System.Text.Json;
using Harness.Reports.Records;

namespace Harness.Reports;

/// <summary>The two files of a run folder from which its report can be made again.</summary>
internal static class RunFile
{
    public const string Name = "run.json";
    public const string PictureName = "picture.json";

    public static string Write(ReportModel model) => ReportFormat.Write(model);

    public static string WritePicture(PictureRecord picture) => ReportFormat.Write(picture);

    /// <param name="picture">The text of the picture file; null where the run has none.</param>
    /// <exception cref="JsonException">A text is not what <see cref="Write"/> gives, or is of another version.</exception>
    public static ReportModel Read(string run, string? picture)
    {
        ReportModel model = ReportFormat.Read<ReportModel>(run);
        return model.Schema == ReportModel.CurrentSchema
            ? model with { Picture = picture is null ? null : ReportFormat.Read<PictureRecord>(picture) }
            : throw new JsonException(FormattableString.Invariant($"This run was written in format {model.Schema}; this version reads {ReportModel.CurrentSchema}."));
    }
}
