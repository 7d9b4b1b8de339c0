namespace ChannelBot.BotFramework.Turns;

/// <summary>Things of one turn, found by their type or by a name.</summary>
public sealed class TurnContextStateCollection
{
    private readonly Dictionary<string, object> _things = new(StringComparer.Ordinal);

    /// <summary>The thing of this type; null where there is none.</summary>
    public T? Get<T>()
        where T : class => Get<T>(NameOf<T>());

    /// <summary>The thing of this name; null where there is none, or where it is of another type.</summary>
    public T? Get<T>(string key)
        where T : class => _things.GetValueOrDefault(key) as T;

    /// <summary>Puts a thing, in place of the one of the same type.</summary>
    public void Set<T>(T value)
        where T : class => Set(NameOf<T>(), value);

    /// <summary>Puts a thing under a name, in place of the one before.</summary>
    public void Set<T>(string key, T value)
        where T : class => _things[key] = value;

    public bool Remove<T>() => _things.Remove(NameOf<T>());

    private static string NameOf<T>() => TypeName<T>.Value;

    /// <summary>To put a type's name together costs more than all else here, so it is done once.</summary>
    private static class TypeName<T>
    {
        public static readonly string Value = typeof(T).FullName ?? typeof(T).Name;
    }
}
