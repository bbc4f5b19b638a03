using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>
/// The CitizenFX members that a built DLL binds to, each as <c>Type.Member(Parameters):Return</c>. The server must have exactly
/// these, or the resource fails when it calls them.
/// </summary>
internal static class CitizenFxReferences
{
    public static IReadOnlyList<string> Read(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        var reader = file.GetMetadataReader();
        return [.. reader.MemberReferences
            .Select(handle => reader.GetMemberReference(handle))
            .Where(member => IsCitizenFx(reader, member))
            .Select(member => Name(reader, member))];
    }

    private static bool IsCitizenFx(MetadataReader reader, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = reader.GetTypeReference((TypeReferenceHandle)member.Parent);
        return reader.GetString(type.Namespace).StartsWith("CitizenFX", System.StringComparison.Ordinal);
    }

    private static string Name(MetadataReader reader, MemberReference member)
    {
        var type = reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name);
        var signature = member.DecodeMethodSignature(new SignatureNames(), null);
        var returned = reader.GetString(member.Name) == ".ctor" ? string.Empty : ":" + signature.ReturnType;
        return $"{type}.{reader.GetString(member.Name)}({string.Join(",", signature.ParameterTypes)}){returned}";
    }
}
