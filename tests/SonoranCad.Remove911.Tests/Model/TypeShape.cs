using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Tests.Model;

internal enum ShapeKind
{
    Ignored,
    Function,
    Map,
    Sequence,
    Fields,
}

/// <summary>
/// How a state's hash reads the objects of a type. Texts, the log, tokens and the last error decide nothing and are left out. A
/// field that is read needlessly costs states, and hides none.
/// </summary>
internal sealed class TypeShape
{
    private const BindingFlags AllFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] Durations = ["window", "MaxAge", "interval"];
    private static readonly string[] IgnoredFields = ["token", "LastError", "RequestCount", "Tries", "<Api>"];
    private static readonly string?[] IgnoredNamespaces = [typeof(Phrase).Namespace, typeof(BufferedLog).Namespace];
    private static readonly ConcurrentDictionary<Type, TypeShape> Known = new();

    private TypeShape(Type type)
    {
        HasIdentity = !type.IsValueType;
        IsSet = type.Name.StartsWith("HashSet", StringComparison.Ordinal) && type.GetGenericArguments()[0] is var item && (item == typeof(string) || item == typeof(int));
        Kind = Classify(type);
        Fields = Kind == ShapeKind.Fields ? FindFields(type) : [];
    }

    public ShapeKind Kind { get; }

    public bool HasIdentity { get; }

    /// <summary>Whether its items have no order of their own.</summary>
    public bool IsSet { get; }

    public IReadOnlyList<(FieldInfo Field, bool IsDuration)> Fields { get; }

    public static TypeShape Of(Type type) => Known.GetOrAdd(type, static type => new TypeShape(type));

    private static ShapeKind Classify(Type type) =>
        IsIgnored(type) ? ShapeKind.Ignored
        : typeof(Delegate).IsAssignableFrom(type) ? ShapeKind.Function
        : typeof(IDictionary).IsAssignableFrom(type) ? ShapeKind.Map
        : typeof(IEnumerable).IsAssignableFrom(type) ? ShapeKind.Sequence
        : type.Assembly == typeof(Settings).Assembly || IsLinkedNode(type) ? ShapeKind.Fields
        : ShapeKind.Ignored;

    private static bool IsIgnored(Type type) =>
        type == typeof(Settings) || type.Assembly == typeof(TypeShape).Assembly || IgnoredNamespaces.Contains(type.Namespace);

    private static bool IsLinkedNode(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(LinkedListNode<>);

    private static IReadOnlyList<(FieldInfo Field, bool IsDuration)> FindFields(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            fields.AddRange(declaring.GetFields(AllFields));
        }

        return
        [
            .. fields
                .Where(field => !IgnoredFields.Any(name => field.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
                .Where(field => !IsLinkedNode(type) || field.Name is not ("next" or "prev"))
                .Select(field => (field, Durations.Any(name => field.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))),
        ];
    }
}
