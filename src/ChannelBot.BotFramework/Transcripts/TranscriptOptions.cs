using System.ComponentModel.DataAnnotations;

namespace ChannelBot.BotFramework.Transcripts;

/// <summary>The <c>Transcripts</c> section of appsettings.json: conversations as files, for whoever tests the bot with what people said.</summary>
public sealed class TranscriptOptions : IValidatableObject
{
    public const string Section = "Transcripts";

    /// <summary>Where conversations are written, a .transcript file each, in a folder for each channel; relative to the program. Empty writes none.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Whether names and ids of people, conversations and tenants are replaced in them.</summary>
    public bool Anonymise { get; init; }

    /// <summary>Whether each answer carries its record in channelData, so that scripts can expect outcome and working of a bot elsewhere.</summary>
    public bool AnswerRecords { get; init; }

    public bool IsOn => Folder.Length > 0;

    /// <param name="program">The folder at which relative paths start.</param>
    public string FolderIn(string program) => Path.GetFullPath(Folder, program);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Anonymise && !IsOn)
        {
            yield return new ValidationResult($"{Section}:{nameof(Anonymise)} is set without {Section}:{nameof(Folder)}, so that nothing is written.");
        }

        if (File.Exists(Folder))
        {
            yield return new ValidationResult($"{Section}:{nameof(Folder)} names a file, not a folder: {Folder}.");
        }
    }
}
