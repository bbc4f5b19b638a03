using System;
using System.IO;
using System.Text;
using SonoranCad.Remove911.Audit;
using Xunit;

namespace SonoranCad.Remove911.Tests.Audit;

public sealed class AppendOnlyFileTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("line-file-").FullName;

    private string Path => System.IO.Path.Combine(_home, "audit", "2026-11.jsonl");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void FirstAppendCreatesFolderAndFileWithoutByteOrderMark()
    {
        AppendOnlyFile.Append(Path, "é\n");

        Assert.Equal([0xC3, 0xA9, (byte)'\n'], File.ReadAllBytes(Path));
    }

    [Fact]
    public void AppendKeepsExistingContent()
    {
        AppendOnlyFile.Append(Path, "1\n");
        AppendOnlyFile.Append(Path, "2\n3\n");

        Assert.Equal("1\n2\n3\n", File.ReadAllText(Path));
    }

    [Fact]
    public void AppendAfterTruncatedLineStartsNewLine()
    {
        AppendOnlyFile.Append(Path, "1\n");
        File.AppendAllText(Path, "{\"cut\":");

        AppendOnlyFile.Append(Path, "2\n");
        AppendOnlyFile.Append(Path, "3\n");

        Assert.Equal("1\n{\"cut\":\n2\n3\n", File.ReadAllText(Path));
    }

    [Fact]
    public void AppendSucceedsWhileFileIsBeingRead()
    {
        AppendOnlyFile.Append(Path, "1\n");
        using var reader = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

        AppendOnlyFile.Append(Path, "2\n");

        Assert.Equal("1\n2\n", new StreamReader(reader, Encoding.UTF8).ReadToEnd());
    }

    [Fact]
    public void AppendThrowsIfPathIsFolderAndRecovers()
    {
        Directory.CreateDirectory(Path);

        Assert.ThrowsAny<Exception>(() => AppendOnlyFile.Append(Path, "1\n"));

        Directory.Delete(Path);
        AppendOnlyFile.Append(Path, "1\n");
        Assert.Equal("1\n", File.ReadAllText(Path));
    }

    [Fact]
    public void FullDiskThrowsIOException()
    {
        // Linux has a device that is always full.
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.CreateSymbolicLink(Path, "/dev/full");

        Assert.Throws<IOException>(() => AppendOnlyFile.Append(Path, "1\n"));
    }
}
