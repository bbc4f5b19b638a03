using System.Globalization;
using CadServer;
using Playground.Scene;

namespace Playground.Display;

/// <summary>A request and its answer as the CAD has them, in a line each.</summary>
internal static class RequestLines
{
    /// <summary>The key is made up, but a screen is photographed before anyone thinks of that.</summary>
    public static string Question(CadRequest request) =>
        $"→ {request.Method} {request.Path}{request.Query} {request.Text}".Replace(World.ApiKey, "[key]", System.StringComparison.Ordinal).TrimEnd();

    public static string Answer(CadRequest request) => request.Answered switch
    {
        null => "← no answer yet",
        0 => "← no answer: the connection was closed",
        { } status when request.AnswerText.Length == 0 => $"← {Text(status)} without a body",
        { } status => $"← {Text(status)} {request.AnswerText}",
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
