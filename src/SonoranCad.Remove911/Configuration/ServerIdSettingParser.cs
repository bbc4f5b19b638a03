using System.Globalization;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The CAD's number of this game server, as a number or as text. Null and blank text mean none.</summary>
internal sealed class ServerIdSettingParser : SettingParser<int?>
{
    private static readonly SettingRange AllowedIds = new(1, int.MaxValue);

    public override SettingRange? Range => AllowedIds;

    /// <summary>The id in <paramref name="text"/>, or null. Reads the convar too.</summary>
    public static int? ParseText(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && AllowedIds.Contains(id) ? id : null;

    public override int? Parse(SettingInput input, int? fallback)
    {
        if (input.Value.Type == JTokenType.Null || (input.Text is not null && string.IsNullOrWhiteSpace(input.Text)))
        {
            return null;
        }

        var id = input.Value.Type is JTokenType.Integer or JTokenType.String
            ? ParseText(Convert.ToString(((JValue)input.Value).Value, CultureInfo.InvariantCulture)!.Trim())
            : null;
        return id ?? input.Reject(new Phrase("config.server_id").With("key", input.Key).With("but", input.Actual), fallback);
    }
}
