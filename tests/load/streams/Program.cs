using System.Globalization;

// ChannelBot.LoadStreams URL [CONVERSATIONS [SECONDS]]: opens so many conversations of the web chat, each with a WebSocket, has each ask
// once in ten seconds for so long, and prints a line of the table: how long answers took to arrive on the stream, and what was lost.
var host = new Uri(args[0]);
var conversations = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
var seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 30;

using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 64 }) { BaseAddress = host };
var readers = new List<ChannelBot.LoadStreams.Reader>();
for (var opened = 0; opened < conversations; opened += 50)
{
    // As a class comes in: not all within the same moment.
    readers.AddRange(await Task.WhenAll(
        Enumerable.Range(0, Math.Min(50, conversations - opened)).Select(_ => ChannelBot.LoadStreams.Reader.OpenAsync(http))));
}

var pause = TimeSpan.FromSeconds(10);
await Task.WhenAll(readers.Select((reader, at) => reader.AskAsync(pause * at / readers.Count, pause, TimeSpan.FromSeconds(seconds))));
var waits = readers.SelectMany(reader => reader.Waits).Order().ToArray();
var asked = readers.Sum(reader => reader.Asked);
foreach (var reader in readers)
{
    reader.Dispose();
}

double At(double share) => waits[(int)Math.Min(waits.Length - 1, share * waits.Length)].TotalMilliseconds;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"| Streams of the web chat, each asking once in 10 s | {readers.Count} | {asked / (double)seconds:0} | {At(0.5):0.0}ms | {At(0.99):0.0}ms | {asked - waits.Length} lost, {readers.Sum(reader => reader.Twice)} twice |"));
