using System;
using System.IO;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Finds files in the checkout that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The DLL that an owner installs.</summary>
    public static string BuiltResource { get; } = File("dist/SonoranCad.Remove911.net.dll");

    public static string File(string relative) => Path.Combine(Root, relative);

    public static string Text(string relative) => System.IO.File.ReadAllText(File(relative));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "fxmanifest.lua")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from within the checkout.");
    }
}
