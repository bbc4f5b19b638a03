using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Zips a folder so that the same files give the same bytes: entries in ordinal order, all of one date.
/// MSBuild's own ZipDirectory keeps file dates and the order of the file system.
/// </summary>
public class DeterministicZip : Task
{
    /// <summary>The earliest date that a zip can hold.</summary>
    private static readonly DateTimeOffset EntryDate = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Required]
    public string SourceDirectory { get; set; } = string.Empty;

    [Required]
    public string DestinationFile { get; set; } = string.Empty;

    public override bool Execute()
    {
        string root = Path.GetFullPath(SourceDirectory);
        using (FileStream file = File.Create(DestinationFile))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (string path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal))
            {
                ZipArchiveEntry entry = zip.CreateEntry(path.Substring(root.Length).TrimStart('\\', '/').Replace('\\', '/'), CompressionLevel.Optimal);
                entry.LastWriteTime = EntryDate;
                using Stream from = File.OpenRead(path);
                using Stream to = entry.Open();
                from.CopyTo(to);
            }
        }

        return true;
    }
}
